package io.rostrum.gate;

import java.time.Duration;

/**
 * How often one address gets something.
 *
 * @param atOnce while it has asked for nothing in a while
 * @param perMinute in the long run
 */
public record Price(int atOnce, int perMinute) {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    public Price {
        if (atOnce < 1 || perMinute < 1) {
            throw new IllegalArgumentException("a price that nobody can pay: " + atOnce);
        }
    }

    /** As many at once as in a minute. */
    static Price each(int perMinute) {
        return new Price(perMinute, perMinute);
    }

    /** Nanoseconds until one more may be had. */
    long nanos() {
        return MINUTE / perMinute;
    }
}
