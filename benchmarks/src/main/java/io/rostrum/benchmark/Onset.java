package io.rostrum.benchmark;

/** Finds where a beep begins behind silence, in sound that comes piece by piece. */
final class Onset {
    static final int RATE = 48_000;
    private static final float LOUD = 0.08f;
    private static final int SILENCE = RATE * 3 / 10;

    private long heard;
    private long lastLoud = -SILENCE;

    /**
     * Hears the next piece.
     *
     * @param step from one sample to the next: 2 for the left half of stereo
     * @return index of the sample, counted in steps, in which a beep begins, or -1
     */
    int next(float[] samples, int count, int step) {
        int found = -1;
        for (int i = 0; i < count; i++, heard++) {
            if (Math.abs(samples[i * step]) > LOUD) {
                found = heard - lastLoud > SILENCE ? i : found;
                lastLoud = heard;
            }
        }
        return found;
    }
}
