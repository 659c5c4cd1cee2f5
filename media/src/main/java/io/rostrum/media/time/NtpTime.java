package io.rostrum.media.time;

/**
 * Stamps of NTP: 64 bits of seconds since 1900 in 32.32 fixed point (RFC 5905 section 6).
 *
 * <p>The short form is the middle 32 bits, 16.16 fixed point (RFC 3550 section 4).
 */
public final class NtpTime {
    private static final long NANOS = 1_000_000_000L;

    /** Seconds from 1900 to 1970. */
    private static final long EPOCH = 2_208_988_800L;

    private NtpTime() {}

    /** The stamp of a wall time in nanoseconds since 1970. */
    public static long ofEpochNanos(long epochNanos) {
        long seconds = Math.floorDiv(epochNanos, NANOS) + EPOCH;
        long fraction = (Math.floorMod(epochNanos, NANOS) << 32) / NANOS;
        return seconds << 32 | fraction;
    }

    /**
     * Nanoseconds since 1970. A stamp whose first bit is clear is of the era that begins in 2036
     * (RFC 4330 section 3).
     */
    public static long toEpochNanos(long ntp) {
        long seconds = ntp >>> 32;
        long era = ntp < 0 ? 0 : 1L << 32;
        return (seconds + era - EPOCH) * NANOS + fractionNanos(ntp);
    }

    private static long fractionNanos(long ntp) {
        return ((ntp & 0xFFFF_FFFFL) * NANOS + (1L << 31)) >>> 32;
    }

    /** The middle 32 bits, as in LSR of a report block. */
    public static int middle(long ntp) {
        return (int) (ntp >>> 16);
    }

    /** A span in nanoseconds as 16.16 fixed point seconds, as in DLSR; at most 65535.99 s. */
    public static int middleOfNanos(long nanos) {
        long bounded = Math.clamp(nanos, 0, 65_535 * NANOS);
        return (int) ((bounded << 16) / NANOS);
    }

    /** Nanoseconds of an unsigned span of 16.16 fixed point seconds. */
    public static long nanosOfMiddle(int middle) {
        return Integer.toUnsignedLong(middle) * NANOS >>> 16;
    }

    /** The stamp {@code nanos} later, or earlier when negative. */
    public static long plusNanos(long ntp, long nanos) {
        long seconds = Math.floorDiv(nanos, NANOS);
        long fraction = (Math.floorMod(nanos, NANOS) << 32) / NANOS;
        return ntp + (seconds << 32) + fraction;
    }

    /** Nanoseconds from one stamp to another less than 68 years away. */
    public static long nanosBetween(long from, long to) {
        long span = to - from;
        return (span >> 32) * NANOS + fractionNanos(span);
    }
}
