package io.rostrum.media.time;

/** Arithmetic modulo 2^16 (RFC 3550 section 5.1). */
public final class SequenceNumber {
    private SequenceNumber() {}

    /** Steps from {@code from} forward to {@code to}: -32768 to 32767. */
    public static int distance(int from, int to) {
        return (short) (to - from);
    }

    /** Whether {@code a} comes after {@code b}; not transitive over more than 32767 steps. */
    public static boolean newer(int a, int b) {
        return distance(b, a) > 0;
    }

    public static int next(int sequence) {
        return sequence + 1 & 0xFFFF;
    }
}
