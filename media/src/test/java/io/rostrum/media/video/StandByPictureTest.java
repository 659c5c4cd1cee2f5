package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.JpegEncoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The picture that asks viewers to wait, as a player decodes it; left in target/ to be looked at.
 */
class StandByPictureTest {
    private static final int BASELINE = 66;
    private static final int SPS = 7;
    private static final int DARK = 45;
    private static final int LIT = 180;

    private static List<byte[]> units(byte[] keyFrame) {
        List<byte[]> units = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(keyFrame);
        while (in.hasRemaining()) {
            byte[] unit = new byte[in.getInt()];
            in.get(unit);
            units.add(unit);
        }
        return units;
    }

    private static Picture decoded() {
        List<byte[]> units = units(StandBy.keyFrame());
        ByteBuffer stream =
                ByteBuffer.allocate(units.stream().mapToInt(unit -> 4 + unit.length).sum());
        units.forEach(unit -> stream.putInt(1).put(unit));
        try (VideoDecoder decoder = VideoDecoder.h264()) {
            return Objects.requireNonNull(decoder.decode(stream.array()));
        }
    }

    private static long lit(Picture picture, int fromRow, int toRow) {
        long lit = 0;
        for (int row = fromRow; row < toRow; row++) {
            for (int column = 0; column < picture.width(); column++) {
                lit += picture.y(column, row) > LIT ? 1 : 0;
            }
        }
        return lit;
    }

    @Test
    void anyPlayerCanDecodeItWithWhatIsInIt() {
        List<byte[]> units = units(StandBy.keyFrame());
        byte[] sps = units.getFirst();
        assertThat(sps[0] & 0x1F).isEqualTo(SPS);
        assertThat(sps[1]).isEqualTo((byte) BASELINE);
        Picture picture = decoded();
        assertThat(picture.width()).isEqualTo(1280);
        assertThat(picture.height()).isEqualTo(720);
    }

    @Test
    void itSpeaksEnglishAboveAndChineseBelowADarkMiddle() throws IOException {
        Picture picture = decoded();
        try (JpegEncoder jpeg = new JpegEncoder()) {
            Files.write(Path.of("target", "stand-by.jpg"), jpeg.encode(picture, 1280, 90));
        }
        assertThat(lit(picture, 0, 345)).isGreaterThan(3000);
        assertThat(lit(picture, 375, 720)).isGreaterThan(3000);
        assertThat(lit(picture, 345, 375)).isZero();
        assertThat(picture.y(20, 20)).isLessThan(DARK);
        assertThat(picture.y(640, 360)).isLessThan(DARK);
    }

    @Test
    void itIsTheSameEveryTime() {
        assertThat(StandBy.draw().bytes()).isEqualTo(StandBy.draw().bytes());
    }
}
