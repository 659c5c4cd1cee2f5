package io.rostrum.protocol.feed;

import java.time.Duration;

/**
 * How long a sender of a feed waits, and how much it keeps.
 *
 * @param memory bytes of segments; what comes beyond is to go to disk
 * @param window segments whose acknowledgements may be outstanding
 * @param patience for an answer, and for a connection that takes nothing
 * @param disk how long writing a segment to disk may take before it counts as failed
 * @param firstPause after a break; doubled with each that follows
 * @param longestPause between two attempts
 */
public record SendLimits(
        long memory,
        int window,
        Duration patience,
        Duration disk,
        Duration firstPause,
        Duration longestPause) {
    private static final int WINDOW = 8;

    public SendLimits {
        if (memory < 0 || window < 1) {
            throw new IllegalArgumentException("memory and window must be positive");
        }
        if (!positive(patience) || !positive(disk) || !positive(firstPause)) {
            throw new IllegalArgumentException("times must be positive");
        }
        if (longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("the longest pause is not the shortest");
        }
    }

    private static boolean positive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }

    /** With the usual window and pauses: a viewer notices each tenth of a second. */
    public static SendLimits of(long memory, Duration patience) {
        return new SendLimits(
                memory,
                WINDOW,
                patience,
                Duration.ofSeconds(30),
                Duration.ofMillis(100),
                Duration.ofMillis(500));
    }
}
