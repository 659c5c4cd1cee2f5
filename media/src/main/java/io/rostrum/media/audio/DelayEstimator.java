package io.rostrum.media.audio;

import java.util.Arrays;

/**
 * Learns how late packets come, and how long to wait for them.
 *
 * <p>In the spirit of NetEQ's delay manager (WebRTC, {@code
 * modules/audio_coding/neteq/delay_manager.cc} and {@code relative_arrival_delay_tracker.cc}): a
 * packet's relative delay is its transit time beyond the shortest of the last two seconds; a
 * histogram of these forgets exponentially; the wait is a high quantile of it. NetEQ forgets over
 * 40 s; we forget faster (a quiet network is believed after about 5 s), because delay that stays is
 * what users complain about.
 */
final class DelayEstimator {
    private static final double QUANTILE = 0.96;
    private static final double KEPT = 0.988;
    private static final int BUCKETS = 150;
    private static final long BUCKET_NANOS = 2_000_000;
    private static final int FIRST_GUESS = 4;

    /** The shortest transit is kept for so many slices of so long. */
    private static final int SLICES = 8;

    private static final long SLICE_NANOS = 250_000_000;

    /** What comes that soon after the packet before was held up with it, and says nothing new. */
    private static final long BURST_NANOS = 1_000_000;

    private final double[] histogram = new double[BUCKETS];
    private final long[] shortest = new long[SLICES];
    private long slice;
    private boolean started;
    private int lastTimestamp;
    private long unwrapped;
    private long base;
    private long lastArrival;

    DelayEstimator() {
        reset();
    }

    void reset() {
        started = false;
        Arrays.fill(histogram, 0);
        histogram[FIRST_GUESS] = 1;
    }

    void onPacket(int timestamp, long nowNanos) {
        if (!started) {
            started = true;
            lastTimestamp = timestamp;
            unwrapped = 0;
            lastArrival = nowNanos - BURST_NANOS;
            Arrays.fill(shortest, Long.MAX_VALUE);
            slice = Math.floorDiv(nowNanos, SLICE_NANOS);
        }
        long at = unwrap(timestamp);
        if (at > unwrapped) {
            unwrapped = at;
            lastTimestamp = timestamp;
        }
        long transit = nowNanos - Pcm.nanos(at);
        age(Math.floorDiv(nowNanos, SLICE_NANOS));
        int current = (int) Math.floorMod(slice, (long) SLICES);
        shortest[current] = Math.min(shortest[current], transit);
        base = Arrays.stream(shortest).min().orElse(transit);
        if (nowNanos - lastArrival >= BURST_NANOS) {
            learn(transit - base);
        }
        lastArrival = nowNanos;
    }

    private void age(long now) {
        if (now - slice >= SLICES) {
            Arrays.fill(shortest, Long.MAX_VALUE);
        } else {
            for (long s = slice + 1; s <= now; s++) {
                shortest[(int) Math.floorMod(s, (long) SLICES)] = Long.MAX_VALUE;
            }
        }
        slice = Math.max(slice, now);
    }

    private void learn(long relative) {
        for (int i = 0; i < BUCKETS; i++) {
            histogram[i] *= KEPT;
        }
        histogram[(int) Math.min(relative / BUCKET_NANOS, BUCKETS - 1)] += 1 - KEPT;
    }

    /** How long to wait for a packet beyond the shortest way: covers the quantile. */
    long targetNanos() {
        double sum = 0;
        for (int i = 0; i < BUCKETS; i++) {
            sum += histogram[i];
            if (sum >= QUANTILE) {
                return (i + 1) * BUCKET_NANOS;
            }
        }
        return BUCKETS * BUCKET_NANOS;
    }

    /** How long after its earliest possible arrival the sample {@code timestamp} is now. */
    long delayNanos(int timestamp, long nowNanos) {
        return nowNanos - Pcm.nanos(unwrap(timestamp)) - base;
    }

    private long unwrap(int timestamp) {
        return unwrapped + (timestamp - lastTimestamp);
    }
}
