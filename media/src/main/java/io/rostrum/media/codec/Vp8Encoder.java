package io.rostrum.media.codec;

import org.jspecify.annotations.Nullable;

/** VP8 by libvpx in its realtime mode, without lag. */
public final class Vp8Encoder implements VideoEncoder {
    private final FfmpegEncoder encoder;

    public Vp8Encoder(VideoSettings settings) {
        int interval = settings.keyFrameInterval();
        VideoSettings limited =
                new VideoSettings(
                        settings.width(),
                        settings.height(),
                        settings.framesPerSecond(),
                        settings.bitRate(),
                        interval == 0 ? Integer.MAX_VALUE : interval);
        encoder =
                new FfmpegEncoder(
                        "libvpx",
                        limited,
                        -1,
                        "deadline",
                        "realtime",
                        "cpu-used",
                        "8",
                        "lag-in-frames",
                        "0",
                        "error-resilient",
                        "default",
                        "auto-alt-ref",
                        "0");
    }

    @Override
    public @Nullable CodedPicture encode(Picture picture, long pts, boolean keyFrame) {
        return encoder.encode(picture, pts, keyFrame);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
