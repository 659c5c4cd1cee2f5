package io.rostrum.streaming.live;

import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.packager.View;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Requests that wait for something to be published. Confined to the program's event loop. */
final class Waiters {
    /** More than any honest number of viewers of one program on one machine. */
    private static final int MOST = 100_000;

    record Waiter(Predicate<View> until, Promise<View> promise, long deadlineNanos) {}

    private final List<Waiter> waiting;

    Waiters() {
        this(new ArrayList<>());
    }

    Waiters(List<Waiter> waiting) {
        this.waiting = waiting;
    }

    void add(Predicate<View> until, Promise<View> promise, long deadlineNanos) {
        if (waiting.size() >= MOST) {
            promise.fail(busy("Too many requests wait for this program."));
            return;
        }
        waiting.add(new Waiter(until, promise, deadlineNanos));
    }

    int size() {
        return waiting.size();
    }

    void published(View view) {
        for (Waiter waiter : take(waiter -> waiter.until.test(view))) {
            waiter.promise.complete(view);
        }
    }

    void expire(long nowNanos) {
        for (Waiter waiter : take(waiter -> waiter.deadlineNanos - nowNanos <= 0)) {
            waiter.promise.fail(busy("What was asked for did not come in time; ask again."));
        }
    }

    private List<Waiter> take(Predicate<Waiter> due) {
        List<Waiter> taken = new ArrayList<>();
        waiting.removeIf(waiter -> due.test(waiter) && taken.add(waiter)); // all in one pass
        return taken;
    }

    private static Refusal busy(String detail) {
        return new Refusal(new Problem("not-yet", 503, "not yet", detail));
    }
}
