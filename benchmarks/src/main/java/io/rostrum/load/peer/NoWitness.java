package io.rostrum.load.peer;

import io.rostrum.media.codec.Picture;

/** Looks away. */
enum NoWitness implements Witness {
    INSTANCE;

    @Override
    public void onSound(float[] stereo, int samples, long nowNanos) {}

    @Override
    public void onPicture(Picture picture, long nowNanos) {}
}
