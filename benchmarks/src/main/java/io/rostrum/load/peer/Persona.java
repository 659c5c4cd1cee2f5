package io.rostrum.load.peer;

import io.rostrum.load.scene.Camera;
import io.rostrum.load.scene.Microphone;

/**
 * Who takes part.
 *
 * @param bitRate of the picture, bits per second
 */
public record Persona(
        String name,
        Camera camera,
        Microphone microphone,
        int width,
        int height,
        int framesPerSecond,
        int bitRate) {
    public static Persona of(String name, Camera camera, Microphone microphone) {
        return new Persona(name, camera, microphone, 640, 360, 25, 700_000);
    }

    public Persona sized(int newWidth, int newHeight, int newBitRate) {
        return new Persona(
                name, camera, microphone, newWidth, newHeight, framesPerSecond, newBitRate);
    }
}
