package io.rostrum.center.still;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.H264Encoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoEncoder;
import io.rostrum.media.codec.VideoSettings;
import io.rostrum.media.codec.Vp8Encoder;
import io.rostrum.media.video.Frame;
import io.rostrum.media.video.VideoCodec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MiniatureTest {
    /** Red above, blue below. */
    private static Picture flag(int width, int height) {
        Picture picture = Picture.of(width, height).fill(60, 90, 220);
        for (int row = height / 2; row < height; row++) {
            for (int column = 0; column < width; column++) {
                picture.bytes()[row * width + column] = (byte) 200;
            }
        }
        return picture;
    }

    private static Picture noise(int width, int height) {
        Picture picture = Picture.of(width, height);
        new Random(1).nextBytes(picture.bytes());
        return picture;
    }

    private static Frame key(VideoCodec codec, Picture picture) {
        VideoSettings settings = VideoSettings.of(picture.width(), picture.height(), 30, 4_000_000);
        try (VideoEncoder encoder =
                codec == VideoCodec.H264 ? new H264Encoder(settings) : new Vp8Encoder(settings)) {
            CodedPicture coded = Objects.requireNonNull(encoder.encode(picture, 0, true));
            List<byte[]> units =
                    codec == VideoCodec.H264 ? coded.nalUnits() : List.of(coded.bytes());
            return new Frame(codec, 0, true, units, picture.width(), picture.height(), 0);
        }
    }

    private static BufferedImage seen(byte[] jpeg) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
    }

    @ParameterizedTest
    @EnumSource(VideoCodec.class)
    void showsTheWholePictureSmall(VideoCodec codec) throws IOException {
        byte[] jpeg = Objects.requireNonNull(Miniature.of(key(codec, flag(1280, 720))));
        BufferedImage image = seen(jpeg);
        assertThat(image.getWidth()).isEqualTo(160);
        assertThat(image.getHeight()).isEqualTo(90);
        int above = image.getRGB(80, 10) & 0xFF;
        int below = image.getRGB(80, 80) & 0xFF;
        assertThat(below - above).as("brighter below").isGreaterThan(60);
        assertThat(jpeg.length).isLessThan(Miniature.MOST_BYTES);
    }

    @ParameterizedTest
    @CsvSource({"720, 1280, 90, 160", "640, 480, 138, 104", "1920, 64, 320, 10"})
    void whateverItsShapeItTakesNoMoreRoom(int width, int height, int small, int low)
            throws IOException {
        byte[] jpeg =
                Objects.requireNonNull(Miniature.of(key(VideoCodec.VP8, flag(width, height))));
        BufferedImage image = seen(jpeg);
        assertThat(image.getWidth()).isEqualTo(small);
        assertThat(image.getHeight()).isEqualTo(low);
    }

    @Test
    void aPictureOfNoiseIsNotLargerThanOthersMayBe() {
        byte[] jpeg = Objects.requireNonNull(Miniature.of(key(VideoCodec.VP8, noise(320, 180))));
        assertThat(jpeg.length).isLessThanOrEqualTo(Miniature.MOST_BYTES);
    }

    @Test
    void garbageIsNoPicture() {
        byte[] garbage = new byte[5000];
        new Random(2).nextBytes(garbage);
        for (VideoCodec codec : VideoCodec.values()) {
            Frame broken = new Frame(codec, 0, true, List.of(garbage), 0, 0, 0);
            assertThat(Miniature.of(broken)).isNull();
        }
    }

    @Test
    void whatIsTooLargeToBeACameraIsNotDecoded() {
        Frame vast = key(VideoCodec.VP8, Picture.of(4608, 2592).fill(100, 128, 128));
        assertThat(Miniature.of(vast)).isNull();
        Frame heavy =
                new Frame(VideoCodec.VP8, 0, true, List.of(new byte[(2 << 20) + 1]), 16, 16, 0);
        assertThat(Miniature.of(heavy)).isNull();
    }
}
