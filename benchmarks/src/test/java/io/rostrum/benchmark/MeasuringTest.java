package io.rostrum.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rostrum.media.codec.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuringTest {
    @Test
    void theTableHasTheMiddleAndBothEnds() {
        Figure figure = Figure.millis("join", "1500 ms", List.of(900.0, 500.0, 700.0, 600.0));

        assertThat(Sheet.lines(List.of(figure)))
                .isEqualTo("| join | 1500 ms | 650 ms | 500 ms | 900 ms | 4 |\n");
    }

    @Test
    void aFigureWithoutSamplesSaysSo() {
        assertThat(Sheet.lines(List.of(Figure.millis("join", "", List.of()))))
                .isEqualTo("| join |  | none | none | none | 0 |\n");
    }

    @Test
    void whatAServerHoldsIsReadOfEveryCollector() {
        String g1 =
                """
                42:
                 garbage-first heap   total reserved 1234M, committed 128M, used 24000K [0x1)
                """;
        String serial =
                """
                42:
                 def new generation   total 9216K, used 1000K [0x1, 0x2, 0x3)
                  eden space 8192K,   5% used [0x1, 0x2, 0x3)
                 tenured generation   total 10240K, used 500K [0x1, 0x2, 0x3)
                 Metaspace       used 7000K, committed 7200K, reserved 1114112K
                  class space    used 900K, committed 960K, reserved 1048576K
                """;

        assertThat(Heap.used(g1)).isEqualTo(24_000 * 1024);
        assertThat(Heap.used(serial)).isEqualTo(1_500 * 1024);
    }

    @Test
    void aStampedPictureTellsItsTime() {
        Picture picture = Picture.of(640, 360);
        long millis = 1_795_178_730_123L;

        new Stamp((into, micros) -> into.fill(100, 90, 90)).shoot(picture, millis * 1000);

        long read = 0;
        for (int bit = 0; bit < 32; bit++) {
            int row = bit < 16 ? 292 : 337;
            read = read * 2 + (picture.y(bit % 16 * 40 + 20, row) > 128 ? 1 : 0);
        }
        assertThat(read).isEqualTo(millis & 0xFFFF_FFFFL);
        assertThat(picture.y(320, 260)).isEqualTo(100);
    }

    @Test
    void aFramesAgeSurvivesTheLossOfTheHighBits() {
        double drawn = (1L << 42) + 5.5;

        assertThat(new Lens.Frame(drawn, (1L << 32) - 1000, 0).age())
                .isCloseTo(1005.5, within(0.01));
    }

    @Test
    void aBeepBeginsBehindSilenceOnly() {
        Onset onset = new Onset();
        float[] piece = new float[4800];
        piece[100] = 0.5f;
        piece[3000] = 0.5f;

        assertThat(onset.next(piece, 4800, 1)).isEqualTo(100);
        assertThat(onset.next(piece, 4800, 1)).isEqualTo(-1);
        for (int i = 0; i < 3; i++) {
            assertThat(onset.next(new float[4800], 4800, 1)).isEqualTo(-1);
        }
        assertThat(onset.next(piece, 4800, 1)).isEqualTo(100);
    }

    @Test
    void thingsOfOneStrikeArePaired() {
        assertThat(Clapper.pairs(List.of(1000.0, 2000.0, 3000.0), List.of(1020.0, 2990.0)))
                .extracting(Clapper.Pair::late)
                .containsExactly(20.0, -10.0);
    }
}
