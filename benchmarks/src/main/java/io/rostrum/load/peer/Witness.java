package io.rostrum.load.peer;

import io.rostrum.media.codec.Picture;

/** Looks at and listens to what a participant gets, on his loop. */
public interface Witness {
    /**
     * A packet of sound, decoded.
     *
     * @param stereo interleaved, full scale 1
     * @param samples per channel
     */
    void onSound(float[] stereo, int samples, long nowNanos);

    /** A picture, decoded; valid during the call. */
    void onPicture(Picture picture, long nowNanos);

    /** Looks away: nothing is decoded, packets are counted only. */
    static Witness none() {
        return NoWitness.INSTANCE;
    }
}
