package io.rostrum.media.time;

/** Turns 32-bit RTP timestamps into numbers that do not wrap; the lower 32 bits stay. */
public final class TimestampUnwrapper {
    private static final long FIRST_CYCLE = 1L << 32;

    private long last = -1;

    /** The number nearest to the one before. */
    public long unwrap(int timestamp) {
        last = last < 0 ? FIRST_CYCLE + Integer.toUnsignedLong(timestamp) : near(timestamp);
        return last;
    }

    private long near(int timestamp) {
        return last + RtpClock.distance((int) last, timestamp);
    }

    public void reset() {
        last = -1;
    }
}
