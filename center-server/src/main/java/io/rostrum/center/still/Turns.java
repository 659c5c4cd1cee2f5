package io.rostrum.center.still;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** So many turns a second, a few of them at once (GCRA). Any thread, and nobody waits. */
final class Turns {
    private final boolean any;
    private final long interval;
    private final long burst;

    /** When the next turn would be due, if turns were taken evenly. */
    private final AtomicLong due;

    /**
     * @param perSecond 0: never
     * @param atOnce after a pause
     */
    Turns(int perSecond, int atOnce, long nowNanos) {
        any = perSecond > 0;
        interval = TimeUnit.SECONDS.toNanos(1) / Math.max(1, perSecond);
        burst = interval * (atOnce - 1);
        due = new AtomicLong(nowNanos - burst);
    }

    boolean isFree(long nowNanos) {
        return any && due.get() - nowNanos <= 0;
    }

    /** Whoever loses to another at the same moment has none, and comes again. */
    boolean take(long nowNanos) {
        long before = due.get();
        long from = before - (nowNanos - burst) < 0 ? nowNanos - burst : before;
        return any && before - nowNanos <= 0 && due.compareAndSet(before, from + interval);
    }
}
