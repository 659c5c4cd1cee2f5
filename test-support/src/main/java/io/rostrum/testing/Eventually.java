package io.rostrum.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition of the world outside, which no fake clock can hurry. */
public final class Eventually {
    private static final long PAUSE_NANOS = 50_000_000;

    private Eventually() {}

    /** Returns as soon as {@code condition} holds; an AssertionError after {@code bound}. */
    public static void holds(String what, Duration bound, BooleanSupplier condition) {
        var ignored = becomes(what, bound, condition::getAsBoolean, holds -> holds);
    }

    /** Asks again and again, and returns the first answer that is {@code good}. */
    public static <T> T becomes(
            String what, Duration bound, Supplier<? extends T> question, Predicate<T> good) {
        long end = System.nanoTime() + bound.toNanos();
        T answer = question.get();
        while (!good.test(answer)) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(
                        "after "
                                + bound.toSeconds()
                                + " s still not: "
                                + what
                                + "; last: "
                                + answer);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            answer = question.get();
        }
        return answer;
    }
}
