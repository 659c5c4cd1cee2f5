package io.rostrum.media.audio;

/** Notices when packets come from another source, or from the same one with another clock. */
final class SourceWatch {
    /** Timestamps and arrival may part by that much, as in DTX or a stall, but not more. */
    private static final long JUMP_NANOS = 1_000_000_000;

    private static final int FARTHEST_SEQUENCE = 1000;

    private boolean known;
    private int ssrc;
    private int newestSequence;
    private int newestTimestamp;
    private long newestArrival;

    boolean isAnother(int packetSsrc, int sequence, int timestamp, long nowNanos) {
        return !known || packetSsrc != ssrc || jumped(sequence, timestamp, nowNanos);
    }

    private boolean jumped(int sequence, int timestamp, long nowNanos) {
        int step = (short) (sequence - newestSequence);
        if (step <= 0 && step > -FARTHEST_SEQUENCE) {
            return false;
        }
        long source = Pcm.nanos(timestamp - newestTimestamp);
        return step > FARTHEST_SEQUENCE
                || step <= -FARTHEST_SEQUENCE
                || Math.abs(source - (nowNanos - newestArrival)) > JUMP_NANOS;
    }

    void remember(int packetSsrc, int sequence, int timestamp, long nowNanos) {
        if (!known || (short) (sequence - newestSequence) > 0) {
            ssrc = packetSsrc;
            newestSequence = sequence;
            newestTimestamp = timestamp;
            newestArrival = nowNanos;
        }
        known = true;
    }

    /** Whether there was anything to forget. */
    boolean forget() {
        boolean before = known;
        known = false;
        return before;
    }
}
