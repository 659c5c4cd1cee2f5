package io.rostrum.media.audio;

import java.util.function.Consumer;

/** The last ticks of a mix, as they were sent. */
final class Past {
    private static final int TICKS = 4;

    private final float[][] ticks = new float[TICKS][Pcm.TICK_FLOATS];
    private int oldest;

    void add(float[] stereo) {
        System.arraycopy(stereo, 0, ticks[oldest], 0, stereo.length);
        oldest = (oldest + 1) % TICKS;
    }

    boolean isMono() {
        for (float[] tick : ticks) {
            if (!Pcm.isMono(tick)) {
                return false;
            }
        }
        return true;
    }

    /** The oldest first. */
    void forEach(Consumer<float[]> out) {
        for (int i = 0; i < TICKS; i++) {
            out.accept(ticks[(oldest + i) % TICKS]);
        }
    }
}
