package io.rostrum.media.audio;

import java.util.Arrays;

/**
 * Decoded stereo that waits for its tick, and the place where time is compressed.
 *
 * <p>Removal is an overlap-add: the stretch at the front fades into the one that starts a lag
 * later, the lag being where both resemble each other most (a pitch period, in a voice). The idea
 * is that of WSOLA (Verhelst and Roelands, 1993), as in NetEQ's accelerate.
 */
final class PcmQueue {
    /** Longest packet (120 ms), twice, and a tick: never more waits here. */
    private static final int CAPACITY = 2 * 5760 + 2 * Pcm.TICK;

    /** 10 ms of cross-fade. */
    private static final int FADE = 480;

    /** 2.5 ms (400 Hz) to 15 ms (67 Hz). */
    static final int MIN_LAG = 120;

    private static final int MAX_LAG = 720;
    private static final double ALIKE = 0.4;

    /** -50 dBov: what is quieter may be cut anywhere. */
    private static final double QUIET = 1e-5;

    private final float[] stereo = new float[2 * CAPACITY];
    private int count;

    /** Samples per channel. */
    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    boolean hasRoomFor(int samples) {
        return count + samples <= CAPACITY;
    }

    void append(float[] pcm, int channels, int samples) {
        int at = 2 * count;
        if (channels == 2) {
            System.arraycopy(pcm, 0, stereo, at, 2 * samples);
        } else {
            for (int i = 0; i < samples; i++) {
                stereo[at + 2 * i] = pcm[i];
                stereo[at + 2 * i + 1] = pcm[i];
            }
        }
        count += samples;
    }

    void appendSilence(int samples) {
        Arrays.fill(stereo, 2 * count, 2 * (count + samples), 0);
        count += samples;
    }

    void take(float[] target) {
        System.arraycopy(stereo, 0, target, 0, 2 * Pcm.TICK);
        drop(Pcm.TICK);
    }

    private void drop(int samples) {
        System.arraycopy(stereo, 2 * samples, stereo, 0, 2 * (count - samples));
        count -= samples;
    }

    /**
     * Removes up to {@code most} samples from the front, leaving at least a tick.
     *
     * @param force whether to cut even where nothing resembles
     * @return how many were removed
     */
    int compress(int most, boolean force) {
        int possible = Math.min(most, count - Pcm.TICK); // FADE < TICK, so the fade fits too
        if (possible <= 0) {
            return 0;
        }
        int lag = quiet(possible) ? possible : possible < MIN_LAG ? 0 : bestLag(possible, force);
        if (lag > 0) {
            fade(lag);
        }
        return lag;
    }

    private boolean quiet(int lag) {
        return AudioLevel.meanSquare(stereo, 0, 2 * Math.min(count, lag + FADE)) < QUIET;
    }

    private int bestLag(int possible, boolean force) {
        int best = 0;
        double highest = force ? -2 : ALIKE;
        for (int lag = MIN_LAG; lag <= Math.min(possible, MAX_LAG); lag += 4) {
            double likeness = likeness(lag);
            if (likeness > highest) {
                highest = likeness;
                best = lag;
            }
        }
        return best == 0 ? 0 : refined(best, possible);
    }

    private int refined(int around, int possible) {
        int best = around;
        double highest = likeness(around);
        int last = Math.min(around + 3, Math.min(possible, MAX_LAG));
        for (int lag = Math.max(MIN_LAG, around - 3); lag <= last; lag++) {
            double likeness = likeness(lag);
            if (likeness > highest) {
                highest = likeness;
                best = lag;
            }
        }
        return best;
    }

    /** Normalized correlation of the front with what comes a lag later, every other sample. */
    private double likeness(int lag) {
        double product = 1e-9;
        double front = 1e-9;
        double later = 1e-9;
        for (int i = 0; i < 2 * FADE; i += 4) {
            double a = stereo[i] + stereo[i + 1];
            double b = stereo[i + 2 * lag] + stereo[i + 2 * lag + 1];
            product += a * b;
            front += a * a;
            later += b * b;
        }
        return product / Math.sqrt(front * later);
    }

    private void fade(int lag) {
        for (int i = 0; i < FADE; i++) {
            float weight = (float) i / FADE;
            blend(2 * i, 2 * lag, weight);
            blend(2 * i + 1, 2 * lag, weight);
        }
        drop(lag);
    }

    private void blend(int at, int distance, float weight) {
        stereo[at + distance] = stereo[at] * (1 - weight) + stereo[at + distance] * weight;
    }
}
