package io.rostrum.media.audio;

/**
 * Makes one voice louder or softer. From one gain to the next it goes evenly over a whole tick, so
 * that nothing clicks.
 */
final class Gain {
    private float now = 1;
    private float wanted = 1;

    /**
     * What it goes to from here on.
     *
     * @param decibels 0: as it is
     */
    void set(int decibels) {
        wanted = decibels == 0 ? 1 : (float) Math.pow(10, decibels / 20.0);
    }

    /** Changes a tick of interleaved stereo in place. */
    void apply(float[] stereo) {
        if (now == 1 && wanted == 1) {
            return;
        }
        float step = (wanted - now) / Pcm.TICK;
        float factor = now;
        for (int i = 0; i < stereo.length; i += 2) {
            factor += step;
            stereo[i] *= factor;
            stereo[i + 1] *= factor;
        }
        now = wanted;
    }
}
