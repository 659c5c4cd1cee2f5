package io.rostrum.media.video;

/** Counts how often a key frame was asked for. */
final class Asked implements PictureSource.KeyFrames {
    int times;
    int arrived;

    @Override
    public void request() {
        times++;
    }

    @Override
    public void onArrived() {
        arrived++;
    }
}
