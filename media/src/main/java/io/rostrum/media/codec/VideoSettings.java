package io.rostrum.media.codec;

/**
 * How to encode pictures.
 *
 * @param width even, at least 16
 * @param height even, at least 16
 * @param framesPerSecond what the rate control plans with; the true rhythm is that of the pts
 * @param bitRate bits per second
 * @param keyFrameInterval pictures between key frames; 0 means only when asked for
 */
public record VideoSettings(
        int width, int height, int framesPerSecond, int bitRate, int keyFrameInterval) {
    public VideoSettings {
        if (width < 16 || height < 16 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("size " + width + "x" + height);
        }
        if (framesPerSecond < 1 || framesPerSecond > 120) {
            throw new IllegalArgumentException("framesPerSecond: " + framesPerSecond);
        }
        if (bitRate < 10_000 || keyFrameInterval < 0) {
            throw new IllegalArgumentException(
                    "bitRate " + bitRate + ", keyFrameInterval " + keyFrameInterval);
        }
    }

    /** Key frames only when asked for. */
    public static VideoSettings of(int width, int height, int framesPerSecond, int bitRate) {
        return new VideoSettings(width, height, framesPerSecond, bitRate, 0);
    }
}
