package io.rostrum.center.program;

import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.H264Encoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoEncoder;
import io.rostrum.media.codec.VideoSettings;
import io.rostrum.media.codec.Vp8Encoder;

/** A camera with a moving bar, coded for real. Confined to one thread. */
final class TestSource implements AutoCloseable {
    final String id;
    final int fps;
    private final SourcePicture.Codec codec;
    private final VideoEncoder encoder;
    private final Picture picture;
    private final int brightness;
    private int frame;

    /** Asked for from outside. */
    boolean keyWanted = true;

    TestSource(
            String id, SourcePicture.Codec codec, int width, int height, int fps, int brightness) {
        this.id = id;
        this.fps = fps;
        this.codec = codec;
        this.brightness = brightness;
        VideoSettings settings = VideoSettings.of(width, height, fps, 800_000);
        encoder =
                codec == SourcePicture.Codec.H264
                        ? new H264Encoder(settings)
                        : new Vp8Encoder(settings);
        picture = Picture.of(width, height);
    }

    /** The next picture, of now. */
    SourcePicture next(long nowNanos) {
        picture.fill(brightness, 128, 128);
        int x = frame++ * 4 % (picture.width() - 16);
        for (int row = 0; row < picture.height(); row++) {
            int at = row * picture.stride(0) + x;
            java.util.Arrays.fill(picture.bytes(), at, at + 16, (byte) 235);
        }
        CodedPicture coded = encoder.encode(picture, frame * 90_000L / fps, keyWanted);
        keyWanted = false;
        byte[] data =
                codec == SourcePicture.Codec.H264 ? Avc.join(coded.nalUnits()) : coded.bytes();
        return new SourcePicture(id, codec, nowNanos, coded.keyFrame(), data);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
