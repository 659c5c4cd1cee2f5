package io.rostrum.media.audio;

/** Loudness as RFC 6464 section 3 has it: 0 is the loudest (0 dBov), 127 is silence. */
public final class AudioLevel {
    public static final int SILENCE = 127;

    private AudioLevel() {}

    /** Level of {@code count} floats by their root mean square. */
    public static int of(float[] pcm, int from, int count) {
        return count == 0 ? SILENCE : ofMeanSquare(meanSquare(pcm, from, count));
    }

    static double meanSquare(float[] pcm, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) pcm[i] * pcm[i];
        }
        return sum / count;
    }

    private static int ofMeanSquare(double meanSquare) {
        if (meanSquare < 1e-13) {
            return SILENCE;
        }
        return Math.clamp(Math.round(-10 * Math.log10(meanSquare)), 0, SILENCE);
    }
}
