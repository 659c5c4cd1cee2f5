package io.rostrum.media.audio;

/**
 * What an encoder should expect to be lost, from what its listeners report.
 *
 * <p>In-band FEC costs three times the time of an Opus frame that carries none, so it is sent only
 * where something is lost: from the first report of loss on, until a while has passed without any.
 *
 * @param share in percent, 0 or {@link #LEAST} to {@link #MOST}
 * @param until nanoseconds of the clock by which it was reported
 */
public record LossHint(int share, long until) {
    /** Nothing was reported. */
    public static final LossHint NONE = new LossHint(0, Long.MIN_VALUE);

    /** FEC that expects less repeats next to nothing. */
    public static final int LEAST = 5;

    /** With more there is little left for the sound itself. */
    public static final int MOST = 20;

    private static final long MEMORY_NANOS = 15_000_000_000L;
    private static final double WORTH_IT = 0.01;

    /**
     * With one more report.
     *
     * @param fraction 0 to 1, of what was sent since that listener's last report
     */
    public LossHint heard(double fraction, long nowNanos) {
        if (fraction < WORTH_IT) {
            return this;
        }
        int told = Math.clamp(Math.round(100 * fraction), LEAST, MOST);
        return new LossHint(Math.max(percent(nowNanos), told), nowNanos + MEMORY_NANOS);
    }

    /** 0 where nothing was lost of late. */
    public int percent(long nowNanos) {
        return nowNanos < until ? share : 0;
    }
}
