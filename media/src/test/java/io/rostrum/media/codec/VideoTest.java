package io.rostrum.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VideoTest {
    private static final VideoSettings SETTINGS = VideoSettings.of(320, 180, 30, 500_000);

    @Test
    void h264GoesThereAndBack() {
        try (VideoEncoder encoder = new H264Encoder(SETTINGS);
                VideoDecoder decoder = VideoDecoder.h264()) {
            thereAndBack(encoder, decoder);
        }
    }

    @Test
    void vp8GoesThereAndBack() {
        try (VideoEncoder encoder = new Vp8Encoder(SETTINGS);
                VideoDecoder decoder = VideoDecoder.vp8()) {
            thereAndBack(encoder, decoder);
        }
    }

    private static void thereAndBack(VideoEncoder encoder, VideoDecoder decoder) {
        for (int i = 0; i < 40; i++) {
            CodedPicture coded = encoder.encode(pattern(i), i * 3000L, i == 25);
            assertThat(coded).isNotNull();
            assertThat(coded.keyFrame()).isEqualTo(i == 0 || i == 25);
            assertThat(coded.pts()).isEqualTo(i * 3000L);

            Picture seen = decoder.decode(coded.bytes());
            assertThat(seen).isNotNull();
            assertThat(seen.width()).isEqualTo(320);
            assertThat(seen.height()).isEqualTo(180);
            Picture sent = pattern(i);
            assertThat(seen.y(20, 20)).isCloseTo(sent.y(20, 20), within());
            assertThat(seen.u(20, 20)).isCloseTo(sent.u(20, 20), within());
            assertThat(seen.v(300, 170)).isCloseTo(sent.v(300, 170), within());
        }
        assertThat(decoder.malformed()).isZero();
    }

    @Test
    void everyIdrBringsItsParameterSets() {
        try (VideoEncoder encoder = new H264Encoder(SETTINGS)) {
            for (int i = 0; i < 20; i++) {
                CodedPicture coded = encoder.encode(pattern(i), i * 3000L, i % 5 == 0);
                List<Integer> types = coded.nalUnits().stream().map(n -> n[0] & 0x1F).toList();
                if (i % 5 == 0) {
                    assertThat(types).startsWith(7, 8).contains(5);
                    byte[] sps = coded.nalUnits().get(0);
                    assertThat(sps[1]).as("profile_idc baseline").isEqualTo((byte) 66);
                    assertThat(sps[2] & 0x40).as("constraint_set1_flag").isEqualTo(0x40);
                } else {
                    assertThat(types).containsOnly(1);
                }
            }
        }
    }

    @Test
    void startCodesAreTakenOffAndPutBack() {
        byte[] stream = {0, 0, 0, 1, 0x67, 1, 2, 0, 0, 1, 0x68, 3, 0, 0, 0, 1, 0x65, 4, 0};
        List<byte[]> units = AnnexB.split(stream);

        assertThat(units)
                .containsExactly(
                        new byte[] {0x67, 1, 2}, new byte[] {0x68, 3}, new byte[] {0x65, 4});
        assertThat(AnnexB.split(AnnexB.join(units))).containsExactlyElementsOf(units);
        assertThat(AnnexB.split(new byte[] {1, 2, 3})).isEmpty();
    }

    @Test
    void anEncoderThatCannotBeOpenedSaysWhichAndForWhat() {
        assertThatThrownBy(() -> new H264Encoder(VideoSettings.of(5120, 2880, 30, 5_000_000)))
                .isInstanceOf(CodecException.class)
                .hasMessageStartingWith("Cannot open libopenh264 for 5120x2880: ");
    }

    @Test
    void refusesAPictureOfAnotherSize() {
        try (VideoEncoder encoder = new H264Encoder(SETTINGS)) {
            assertThatThrownBy(() -> encoder.encode(Picture.of(16, 16), 0, false))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void scalesWithoutChangingColours() {
        try (Scaler scaler = new Scaler()) {
            Picture small = Picture.of(160, 90);
            scaler.scale(Picture.of(640, 360).fill(120, 60, 200), small);

            assertThat(small.y(80, 45)).isEqualTo(120);
            assertThat(small.u(80, 45)).isEqualTo(60);
            assertThat(small.v(80, 45)).isEqualTo(200);
        }
    }

    @Test
    void stillsAreJpegsThatOthersRead() throws IOException {
        try (JpegEncoder encoder = new JpegEncoder()) {
            // Limited range: 16 is black, 235 white; 81/90/240 is pure red.
            byte[] jpeg = encoder.encode(Picture.of(1280, 720).fill(81, 90, 240), 320, 80);
            byte[] again = encoder.encode(Picture.of(720, 1280).fill(235, 128, 128), 90, 80);

            BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
            assertThat(image.getWidth()).isEqualTo(320);
            assertThat(image.getHeight()).isEqualTo(180);
            assertThat(image.getRGB(100, 100) >> 16 & 0xFF).isGreaterThan(240);
            assertThat(image.getRGB(100, 100) & 0xFF).isLessThan(15);
            BufferedImage portrait = ImageIO.read(new ByteArrayInputStream(again));
            assertThat(portrait.getWidth()).isEqualTo(90);
            assertThat(portrait.getHeight()).isEqualTo(160);
            assertThat(portrait.getRGB(40, 40) & 0xFF).isGreaterThan(250);
        }
    }

    @Test
    void betterQualityCostsMoreBytes() {
        try (JpegEncoder encoder = new JpegEncoder()) {
            assertThat(encoder.encode(pattern(1), 320, 95).length)
                    .isGreaterThan(encoder.encode(pattern(1), 320, 30).length);
        }
    }

    @Test
    void malformedPicturesAreCountedAndHarmNothing() {
        garbage(3000);
    }

    @Test
    @Tag("slow")
    void manyMalformedPicturesHarmNothing() {
        garbage(100_000);
    }

    private static void garbage(int inputs) {
        Random random = new Random(3);
        try (VideoEncoder h264 = new H264Encoder(VideoSettings.of(64, 64, 30, 100_000));
                VideoEncoder vp8 = new Vp8Encoder(VideoSettings.of(64, 64, 30, 100_000));
                VideoDecoder first = VideoDecoder.h264();
                VideoDecoder second = VideoDecoder.vp8()) {
            byte[] one = h264.encode(Picture.of(64, 64), 0, true).bytes();
            byte[] two = vp8.encode(Picture.of(64, 64), 0, true).bytes();
            for (int i = 0; i < inputs; i++) {
                first.decode(mutant(one, random));
                second.decode(mutant(two, random));
            }
            assertThat(first.malformed() + second.malformed()).isPositive();
            // VP8 has no start code to find again: a picture that says it is 16383 wide may stay.
            assertThat(first.decode(one)).isNotNull();
            assertThat(second.decode(two)).isNotNull();
        }
    }

    private static byte[] mutant(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        // Past the size fields: a size of 16383x16383 is valid and only slow.
        for (int n = random.nextInt(4); n >= 0; n--) {
            bytes[Math.min(bytes.length - 1, 12 + random.nextInt(bytes.length))] ^=
                    (byte) (1 << random.nextInt(8));
        }
        return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
    }

    private static Picture pattern(int index) {
        Picture picture = Picture.of(320, 180).fill(100, 90, 160);
        for (int row = 60; row < 120; row++) {
            for (int column = 0; column < 40; column++) {
                picture.bytes()[row * 320 + (column + index * 4) % 320] = (byte) (row * 2);
            }
        }
        return picture;
    }

    private static Offset<Integer> within() {
        return Offset.offset(6);
    }
}
