package io.rostrum.load.scene;

/** Hears the world as it is at a moment. */
@FunctionalInterface
public interface Microphone {
    /** Samples per second. */
    int RATE = 48_000;

    /** Samples of one recording: 20 ms. */
    int FRAME = 960;

    /**
     * Fills {@link #FRAME} samples of mono sound, full scale 1.
     *
     * @param sample number of the first one since 1970, at {@link #RATE}
     */
    void record(float[] into, long sample);

    /** Nobody speaks. */
    static Microphone silence() {
        return (into, sample) -> java.util.Arrays.fill(into, 0);
    }

    /** A steady sine, by which a participant is recognised. */
    static Microphone tone(double hertz, double amplitude) {
        return (into, sample) -> {
            for (int i = 0; i < into.length; i++) {
                double turns = (sample + i) * hertz / RATE;
                into[i] = (float) (amplitude * Math.sin(2 * Math.PI * (turns - (long) turns)));
            }
        };
    }
}
