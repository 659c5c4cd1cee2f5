package io.rostrum.gate;

import io.rostrum.gate.SecurityLog.Event;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.LongSupplier;

/** One budget for each address, in front of all doors of a server. Any thread. */
public final class Gate {
    private final Callers callers;
    private final Budget budget;
    private final SecurityLog log;
    private final LongSupplier nanoClock;

    public Gate(Callers callers, Prices prices, SecurityLog log, LongSupplier nanoClock) {
        this.callers = callers;
        this.budget = new Budget(prices);
        this.log = log;
        this.nanoClock = nanoClock;
    }

    /** Who asks. */
    public Network caller(HttpServerRequest request) {
        return callers.of(request);
    }

    /** Takes one: 0 where there was one, else the seconds until there is. A refusal is logged. */
    public long spend(Network who, Dear what) {
        long wait = budget.spend(who, what, nanoClock.getAsLong());
        if (wait > 0) {
            log.tell(Event.LIMITED, who, "what", what.wireName());
        }
        return wait;
    }

    /** What was taken last did not count. */
    public void giveBack(Network who, Dear what) {
        budget.giveBack(who, what);
    }

    public SecurityLog log() {
        return log;
    }
}
