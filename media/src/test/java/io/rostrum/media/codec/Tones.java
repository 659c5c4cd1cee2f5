package io.rostrum.media.codec;

/** Makes tones and measures the power of single frequencies. */
public final class Tones {
    public static final int RATE = 48_000;

    private Tones() {}

    /** Adds a sine to every channel of interleaved PCM, {@code start} being its first sample. */
    public static void add(
            float[] pcm, int channels, double frequency, double amplitude, long start) {
        for (int i = 0; i < pcm.length / channels; i++) {
            double value = amplitude * Math.sin(2 * Math.PI * frequency * (start + i) / RATE);
            for (int channel = 0; channel < channels; channel++) {
                pcm[i * channels + channel] += (float) value;
            }
        }
    }

    /** Amplitude of one frequency in a stretch of one channel (Goertzel), a Hann window applied. */
    public static double amplitude(float[] mono, int from, int count, double frequency) {
        double coefficient = 2 * Math.cos(2 * Math.PI * frequency / RATE);
        double previous = 0;
        double before = 0;
        for (int i = 0; i < count; i++) {
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / count);
            double next = mono[from + i] * hann + coefficient * previous - before;
            before = previous;
            previous = next;
        }
        double power = previous * previous + before * before - coefficient * previous * before;
        return Math.sqrt(Math.max(power, 0)) * 4 / count;
    }

    public static double decibels(double amplitude) {
        return 20 * Math.log10(Math.max(amplitude, 1e-9));
    }

    /** The left channel of interleaved stereo. */
    public static float[] left(float[] stereo) {
        float[] mono = new float[stereo.length / 2];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = stereo[2 * i];
        }
        return mono;
    }

    public static float[] right(float[] stereo) {
        float[] mono = new float[stereo.length / 2];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = stereo[2 * i + 1];
        }
        return mono;
    }

    public static double rms(float[] pcm, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) pcm[i] * pcm[i];
        }
        return Math.sqrt(sum / count);
    }
}
