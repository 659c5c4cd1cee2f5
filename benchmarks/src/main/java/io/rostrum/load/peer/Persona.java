package io.rostrum.load.peer;

import io.rostrum.load.scene.Camera;
import io.rostrum.load.scene.Microphone;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part.
 *
 * @param bitRate of the picture, bits per second
 * @param reel where coded pictures are kept, if they come again
 */
public record Persona(
        String name,
        Camera camera,
        Microphone microphone,
        int width,
        int height,
        int framesPerSecond,
        int bitRate,
        @Nullable Reel reel) {
    public static Persona of(String name, Camera camera, Microphone microphone) {
        return new Persona(name, camera, microphone, 640, 360, 25, 700_000, null);
    }

    public Persona sized(int newWidth, int newHeight, int newBitRate) {
        return new Persona(
                name, camera, microphone, newWidth, newHeight, framesPerSecond, newBitRate, reel);
    }

    /** The same with so many pictures a second. */
    public Persona paced(int newFramesPerSecond) {
        return new Persona(
                name, camera, microphone, width, height, newFramesPerSecond, bitRate, reel);
    }

    /** The same with pictures that come again after so many seconds: each is encoded once. */
    public Persona repeating(int seconds) {
        return new Persona(
                name,
                camera,
                microphone,
                width,
                height,
                framesPerSecond,
                bitRate,
                new Reel(seconds));
    }
}
