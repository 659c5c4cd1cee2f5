package io.rostrum.load.scene;

import io.rostrum.media.codec.Picture;

/** Shows the world as it is at a moment. */
@FunctionalInterface
public interface Camera {
    /**
     * Draws the whole picture.
     *
     * @param micros wall time of the exposure, in microseconds since 1970
     */
    void shoot(Picture into, long micros);
}
