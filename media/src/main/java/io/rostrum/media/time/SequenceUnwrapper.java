package io.rostrum.media.time;

/** Turns 16-bit sequence numbers into numbers that do not wrap; the lower 16 bits stay. */
public final class SequenceUnwrapper {
    /** One cycle ahead, so that what comes late before the first stays positive. */
    private static final long FIRST_CYCLE = 1L << 16;

    private long highest = -1;

    /** The number nearest to the highest so far; raises the highest. */
    public long unwrap(int sequence) {
        long number = peek(sequence);
        highest = Math.max(highest, number);
        return number;
    }

    /** As {@link #unwrap(int)}, remembering nothing. */
    public long peek(int sequence) {
        return highest < 0
                ? FIRST_CYCLE + (sequence & 0xFFFF)
                : highest + SequenceNumber.distance((int) highest, sequence);
    }

    /** The highest so far, -1 before the first. */
    public long highest() {
        return highest;
    }

    public void reset() {
        highest = -1;
    }
}
