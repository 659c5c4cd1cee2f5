package io.rostrum.media.audio;

/** The shape of sound inside the mixer: 48 kHz, stereo, interleaved floats, full scale is 1. */
public final class Pcm {
    public static final int RATE = 48_000;
    public static final int CHANNELS = 2;

    /** Samples per channel in one tick of 20 ms. */
    public static final int TICK = 960;

    /** Floats in one tick. */
    public static final int TICK_FLOATS = TICK * CHANNELS;

    /** Nanoseconds in one tick. */
    public static final long TICK_NANOS = 20_000_000;

    private Pcm() {}

    /** Whether interleaved stereo is the same on both sides. */
    static boolean isMono(float[] stereo) {
        for (int i = 0; i < stereo.length; i += CHANNELS) {
            if (stereo[i] != stereo[i + 1]) {
                return false;
            }
        }
        return true;
    }

    static long nanos(long samples) {
        return samples * 1_000_000_000L / RATE;
    }
}
