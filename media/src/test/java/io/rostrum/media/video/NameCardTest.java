package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.JpegEncoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as a player decodes them; left in target/ to be looked at. */
class NameCardTest {
    private static final int LIT = 180;

    private static Picture decoded(byte[] keyFrame) {
        ByteBuffer stream = ByteBuffer.wrap(keyFrame.clone());
        for (int at = 0; at < keyFrame.length; ) {
            int size = stream.getInt(at);
            stream.putInt(at, 1); // a start code
            at += 4 + size;
        }
        try (VideoDecoder decoder = VideoDecoder.h264()) {
            return Objects.requireNonNull(decoder.decode(stream.array()));
        }
    }

    private static boolean lit(Picture picture, int column) {
        for (int row = 0; row < picture.height(); row++) {
            if (picture.y(column, row) > LIT) {
                return true;
            }
        }
        return false;
    }

    private static int firstLit(Picture picture) {
        int column = 0;
        while (column < picture.width() && !lit(picture, column)) {
            column++;
        }
        return column;
    }

    private static int lastLit(Picture picture) {
        int column = picture.width() - 1;
        while (column >= 0 && !lit(picture, column)) {
            column--;
        }
        return column;
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "640, 360", "720, 1280", "320, 180", "1920, 1080", "960, 540"})
    void theNameIsWholeAndInTheMiddleInEverySize(int width, int height) throws IOException {
        for (String name :
                new String[] {
                    "Ben", "Ms. Weber (Physics)", "王小明", "欧阳娜娜老师（物理）", "سلام محمد", "हिन्दी"
                }) {
            Picture picture = decoded(NameCard.keyFrame(name, width, height));
            try (JpegEncoder encoder = new JpegEncoder()) {
                Files.write(
                        Path.of("target", "card-" + name + "-" + width + ".jpg"),
                        encoder.encode(picture, width, 90));
            }
            assertThat(picture.width()).isEqualTo(width);
            assertThat(picture.height()).isEqualTo(height);
            int left = firstLit(picture);
            int right = width - 1 - lastLit(picture);
            assertThat(left).as(name).isBetween(width / 20, width / 2);
            assertThat(Math.abs(left - right)).as(name).isLessThan(width / 16);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "王", "я", "ñ", "한", "あ", "م", "ไ"})
    void thereIsALetterForEveryWriting(String letter) {
        Picture drawn = NameCard.draw(letter, 640, 360);
        assertThat(firstLit(drawn)).isLessThan(640);
        assertThat(drawn.bytes()).isNotEqualTo(NameCard.draw("\uE000", 640, 360).bytes());
    }

    @Test
    void whatHasNoLetterHasOneSign() {
        Picture sign = NameCard.draw("\uE000", 640, 360);
        assertThat(firstLit(sign)).isLessThan(640);
        assertThat(NameCard.draw("𠮷", 640, 360).bytes()).isEqualTo(sign.bytes());
    }

    @Test
    void twoNamesAreTwoPictures() {
        assertThat(NameCard.draw("王小明", 640, 360).bytes())
                .isNotEqualTo(NameCard.draw("王小朋", 640, 360).bytes());
        assertThat(NameCard.draw("Ana", 640, 360).bytes())
                .isNotEqualTo(NameCard.draw("Àna", 640, 360).bytes());
    }

    @Test
    void aTitleOfTheLongestKindTakesThreeLinesAndHarmsNobody() {
        Picture picture = NameCard.draw("语言 and words ".repeat(20), 640, 360);
        assertThat(firstLit(picture)).isGreaterThan(640 / 20);
        assertThat(lastLit(picture)).isLessThan(640 - 640 / 20);
    }

    @Test
    void whatOnlyTellsHowToDrawIsNotDrawn() {
        assertThat(NameCard.draw("Ana\u200D\uFE0F 🎙", 640, 360).bytes())
                .isEqualTo(NameCard.draw("Ana", 640, 360).bytes());
        assertThat(
                        Arrays.equals(
                                NameCard.draw("", 640, 360).bytes(),
                                NameCard.draw("\u200B", 640, 360).bytes()))
                .isTrue();
    }

    @Test
    void aNameIsReadInItsOwnDirection() {
        assertThat(NameCard.draw("אב", 640, 360).bytes())
                .isEqualTo(NameCard.draw("\u202D" + "בא", 640, 360).bytes());
    }

    @Test
    void itsRepetitionCostsNearlyNothing() {
        PictureRepeater repeater = new PictureRepeater();
        repeater.onPicture(NameCard.keyFrame("Ben", 1280, 720), true);
        assertThat(Objects.requireNonNull(repeater.repetition()).length).isLessThan(100);
    }
}
