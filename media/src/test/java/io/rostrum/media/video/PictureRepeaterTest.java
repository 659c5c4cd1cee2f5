package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.AnnexB;
import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.H264Encoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.media.codec.VideoSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repetitions among real pictures, decoded by ffmpeg. */
class PictureRepeaterTest {
    private final PictureRepeater repeater = new PictureRepeater();

    /** Decodes a stream with and without repetitions: no pixel may differ. */
    private void disturbsNothing(List<byte[]> pictures) {
        try (VideoDecoder plain = VideoDecoder.h264();
                VideoDecoder repeated = VideoDecoder.h264()) {
            int count = 0;
            for (byte[] picture : pictures) {
                boolean key = isKey(picture);
                repeater.onPicture(picture, key);
                byte[] expected = decode(plain, picture);
                assertThat(decode(repeated, picture)).as("picture %d", count).isEqualTo(expected);
                for (int i = 0; i < 3; i++) {
                    byte[] again = Objects.requireNonNull(repeater.repetition());
                    repeater.onPicture(again, false); // as it comes back in the stream
                    assertThat(again.length).isLessThan(120);
                    assertThat(decode(repeated, again))
                            .as("repetition of picture %d", count)
                            .isEqualTo(expected);
                }
                count++;
            }
            assertThat(repeated.malformed()).isZero();
        }
    }

    private static byte[] decode(VideoDecoder decoder, byte[] picture) {
        Picture shown = decoder.decode(AnnexB.join(units(picture)));
        assertThat(shown).isNotNull();
        return shown.bytes().clone();
    }

    private static boolean isKey(byte[] picture) {
        return units(picture).stream().anyMatch(unit -> H264.type(unit) == H264.IDR);
    }

    private static List<byte[]> units(byte[] picture) {
        List<byte[]> units = new ArrayList<>();
        for (ByteBuffer in = ByteBuffer.wrap(picture); in.hasRemaining(); ) {
            byte[] unit = new byte[in.getInt()];
            in.get(unit);
            units.add(unit);
        }
        return units;
    }

    private static byte[] withLengths(List<byte[]> units) {
        ByteBuffer out = ByteBuffer.allocate(units.stream().mapToInt(u -> 4 + u.length).sum());
        units.forEach(unit -> out.putInt(unit.length).put(unit));
        return out.array();
    }

    /** A moving bar by OpenH264, with a key frame in the middle. */
    private static List<byte[]> moving() {
        List<byte[]> pictures = new ArrayList<>();
        try (H264Encoder encoder = new H264Encoder(VideoSettings.of(320, 180, 4, 400_000))) {
            for (int i = 0; i < 40; i++) {
                CodedPicture coded = encoder.encode(bar(i), i * 22_500L, i == 20);
                pictures.add(withLengths(Objects.requireNonNull(coded).nalUnits()));
            }
        }
        return pictures;
    }

    private static Picture bar(int at) {
        Picture picture = Picture.of(320, 180).fill(60, 128, 128);
        for (int row = 0; row < 180; row++) {
            for (int column = 0; column < 40; column++) {
                picture.bytes()[row * 320 + (column + at * 7) % 320] = (byte) (row + at);
            }
        }
        return picture;
    }

    @Test
    void repetitionsLookAsTheirPictureAndDisturbNoneThatFollows() {
        disturbsNothing(moving());
    }

    /**
     * The same of streams by x264: arithmetic coding, weights, several references and slices,
     * orders of every type. See the README beside them.
     */
    @ParameterizedTest
    @ValueSource(strings = {"main", "high", "weighted", "slices", "order2", "cropped"})
    void theStreamsOfOthersAreNotDisturbedEither(String name) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("repeat/" + name + ".h264")) {
            List<byte[]> pictures = accessUnits(Objects.requireNonNull(in).readAllBytes());
            assertThat(pictures).hasSizeGreaterThan(20);
            disturbsNothing(pictures);
        }
    }

    /** Cuts a byte stream before each delimiter. */
    private static List<byte[]> accessUnits(byte[] stream) {
        List<byte[]> pictures = new ArrayList<>();
        List<byte[]> units = new ArrayList<>();
        for (byte[] unit : H264.unitsOfByteStream(stream)) {
            if (H264.type(unit) == H264.DELIMITER) {
                add(pictures, units);
            } else {
                units.add(unit);
            }
        }
        add(pictures, units);
        return pictures;
    }

    private static void add(List<byte[]> pictures, List<byte[]> units) {
        if (!units.isEmpty()) {
            pictures.add(withLengths(units));
            units.clear();
        }
    }

    @Test
    void beforeAKeyFrameThereIsNothingToRepeat() {
        repeater.onPicture(moving().get(1), false);

        assertThat(repeater.repetition()).isNull();
    }

    @Test
    void aPictureToWhichNoneRefersIsNotRepeatedSinceAnotherWouldBeShown() {
        List<byte[]> pictures = moving();
        byte[] loose = pictures.get(1).clone();
        loose[4] &= 0x1F;
        repeater.onPicture(pictures.getFirst(), true);
        repeater.onPicture(loose, false);

        assertThat(repeater.repetition()).isNull();
    }

    @Test
    void garbageIsNotRepeatedAndHarmsNothing() {
        Random random = new Random(7);
        List<byte[]> pictures = moving();
        for (int i = 0; i < 20_000; i++) {
            byte[] picture = pictures.get(random.nextInt(pictures.size())).clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                picture[random.nextInt(Math.min(60, picture.length))] ^=
                        (byte) (1 << random.nextInt(8));
            }
            repeater.onPicture(picture, random.nextBoolean());
            byte[] repetition = repeater.repetition();
            assertThat(repetition == null || repetition.length < 100_000).isTrue();
        }
    }
}
