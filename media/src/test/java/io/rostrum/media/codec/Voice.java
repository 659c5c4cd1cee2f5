package io.rostrum.media.codec;

/** A sound that Opus takes for a voice: harmonics of a gliding pitch in syllables. */
public final class Voice {
    private static final int FRAME = 960;

    private Voice() {}

    /** 20 ms in mono, the {@code index}th. */
    public static float[] frame(int index) {
        float[] pcm = new float[FRAME];
        for (int i = 0; i < FRAME; i++) {
            double t = ((double) index * FRAME + i) / 48_000;
            double phase = 2 * Math.PI * (140 * t + 3 * Math.sin(2 * Math.PI * t));
            double syllable = 0.55 + 0.45 * Math.sin(2 * Math.PI * 3 * t);
            double value = 0;
            for (int harmonic = 1; harmonic <= 14; harmonic++) {
                value += Math.sin(harmonic * phase) / harmonic;
            }
            pcm[i] = (float) (0.15 * syllable * value);
        }
        return pcm;
    }

    /** In decibels. */
    public static double signalToNoise(float[] original, float[] copy, int from, int count) {
        double signal = 0;
        double noise = 1e-12;
        for (int i = from; i < from + count; i++) {
            signal += (double) original[i] * original[i];
            noise += Math.pow(original[i] - copy[i], 2);
        }
        return 10 * Math.log10(signal / noise);
    }
}
