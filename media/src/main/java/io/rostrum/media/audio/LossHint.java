package io.rostrum.media.audio;

/**
 * What an encoder should expect to be lost, from what a listener reports.
 *
 * <p>In-band FEC costs three times the time of an Opus frame that carries none, so it is sent only
 * where something is lost: from the first report of loss on, until a while has passed without any.
 */
final class LossHint {
    private static final long MEMORY_NANOS = 15_000_000_000L;
    private static final int LEAST = 5;
    private static final int MOST = 20;
    private static final double WORTH_IT = 0.01;

    private long until = Long.MIN_VALUE;
    private int percent;

    /**
     * A report of the listener.
     *
     * @param fraction 0 to 1, since his last report
     */
    void onReport(double fraction, long nowNanos) {
        if (fraction >= WORTH_IT) {
            int told = Math.clamp(Math.round(100 * fraction), LEAST, MOST);
            percent = nowNanos < until ? Math.max(percent, told) : told;
            until = nowNanos + MEMORY_NANOS;
        }
    }

    /** 0 where nothing was lost of late. */
    int percent(long nowNanos) {
        return nowNanos < until ? percent : 0;
    }
}
