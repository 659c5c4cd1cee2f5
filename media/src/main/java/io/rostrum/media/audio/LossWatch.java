package io.rostrum.media.audio;

/** Tells whether waiting for one packet more would pay, because it brings copies of lost ones. */
final class LossWatch {
    private static final long MEMORY_NANOS = 10_000_000_000L;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private long last = NEVER;
    private long beforeLast = NEVER;
    private long copySeen = NEVER;

    void onLoss(boolean nextCarriesCopy, long nowNanos) {
        if (last != nowNanos) {
            beforeLast = last;
        }
        last = nowNanos;
        if (nextCarriesCopy) {
            copySeen = nowNanos;
        }
    }

    /** Two losses within ten seconds, and a sender that uses FEC. */
    boolean mendable(long nowNanos) {
        return nowNanos - beforeLast < MEMORY_NANOS && nowNanos - copySeen < MEMORY_NANOS;
    }

    void forget() {
        last = NEVER;
        beforeLast = NEVER;
        copySeen = NEVER;
    }
}
