package io.rostrum.center.program;

import java.time.Duration;

/**
 * Keeps one source's pictures in step with its sound, up to a bound. Confined to the program's
 * thread; all times in nanoseconds of one monotonic clock.
 */
final class Step {
    /** So much later than its sound a picture may come; the rest of the program waits for it. */
    static final long LATEST = Duration.ofSeconds(3).toNanos();

    /** So much earlier: the packager lets the picture run ahead of its sound by little more. */
    static final long EARLIEST = Duration.ofMillis(500).toNanos();

    /** Beyond a bound for so long it is a matter of the source, and no stall of its network. */
    private static final long LASTING = Duration.ofSeconds(2).toNanos();

    private long lag;
    private long changingSince;
    private boolean changing;
    private boolean kept = true;

    /**
     * Where the picture belongs, as far as it can be kept in step.
     *
     * @param pictureNanos the time of its sound in the mix
     */
    long time(long pictureNanos, long nowNanos) {
        long time = Math.clamp(pictureNanos, nowNanos - LATEST, nowNanos + EARLIEST);
        lag = Math.max(0, nowNanos - time);
        judge(time == pictureNanos, nowNanos);
        return time;
    }

    private void judge(boolean within, long nowNanos) {
        if (within == kept) {
            changing = false;
        } else if (!changing) {
            changing = true;
            changingSince = nowNanos;
        } else if (nowNanos - changingSince >= LASTING) {
            changing = false;
            kept = within;
        }
    }

    /** Whether picture and sound meet. */
    boolean kept() {
        return kept;
    }

    /** The time of which a picture would come now: as late as the last one. */
    long shown(long nowNanos) {
        return nowNanos - lag;
    }
}
