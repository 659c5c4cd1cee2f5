package io.rostrum.media.time;

/** The clock of a payload format, in ticks per second (RFC 3550 section 5.1). */
public record RtpClock(int hertz) {
    /** The clock of every video format. */
    public static final RtpClock VIDEO = new RtpClock(90_000);

    /** The clock of Opus (RFC 7587 section 4.1). */
    public static final RtpClock OPUS = new RtpClock(48_000);

    private static final long NANOS = 1_000_000_000L;

    public RtpClock {
        if (hertz <= 0) {
            throw new IllegalArgumentException("not a clock rate: " + hertz);
        }
    }

    /** Whole ticks in a span, rounded down. */
    public long ticks(long nanos) {
        long seconds = Math.floorDiv(nanos, NANOS);
        return seconds * hertz + Math.floorMod(nanos, NANOS) * hertz / NANOS;
    }

    /** Nanoseconds of a span of ticks, rounded down. */
    public long nanos(long ticks) {
        long seconds = Math.floorDiv(ticks, (long) hertz);
        return seconds * NANOS + Math.floorMod(ticks, (long) hertz) * NANOS / hertz;
    }

    /** Ticks from one timestamp to another, forward positive, across the wrap. */
    public static int distance(int from, int to) {
        return to - from;
    }

    /** Whether {@code a} is later than {@code b}, across the wrap. */
    public static boolean later(int a, int b) {
        return a - b > 0;
    }
}
