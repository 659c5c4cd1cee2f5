package io.rostrum.streaming.packager;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.streaming.packager.PieceName.Front;
import io.rostrum.streaming.timeline.Extent;
import io.rostrum.streaming.timeline.Mark;
import io.rostrum.streaming.timeline.Segment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces of recordings and their names. */
class PieceNameTest {
    private static List<Segment> every(long millis, int count) {
        List<Segment> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long start = i * millis * 90;
            all.add(new Segment(i, i * 100L, 100, start, start + millis * 90, Mark.NONE, 0));
        }
        return all;
    }

    @Test
    void aNameIsReadAsItWasWritten() {
        for (Extent extent : List.of(Extent.ALL, new Extent(12, 40), new Extent(0, 1))) {
            for (int number : new int[] {0, 7, 99_999_999}) {
                PieceName name = new PieceName(Front.of(extent), number);
                assertThat(PieceName.read(name.front().name(number))).contains(name);
            }
        }
        assertThat(Front.of(new Extent(12, 40)).name(3)).isEqualTo("p12-40.3.m4s");
        assertThat(PieceName.read("12.m4s"))
                .contains(new PieceName(new Front(Extent.ALL, false), 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p.m4s",
                "p-1.m4s",
                "p5-5.0.m4s",
                "p9-3.0.m4s",
                "p1-2.m4s",
                "1-2.3.m4s",
                "p1-99999999999.0.m4s",
                "999999999.m4s",
                "p0.m4s/",
                "p0.mp4",
                "P0.m4s",
                ""
            })
    void whatIsNoNameIsNone(String text) {
        assertThat(PieceName.read(text)).isEmpty();
    }

    @Test
    void aPieceOfARecordingEndsWithTheFirstKeyFrameAfterOneAndAHalfSeconds() {
        assertThat(Piece.brief(every(2000, 10))).hasSize(10);
        assertThat(Piece.brief(every(1980, 10))).hasSize(10);
        assertThat(Piece.brief(every(500, 12)))
                .hasSize(4)
                .allMatch(piece -> piece.duration() == 1500 * 90);
        assertThat(Piece.divide(every(2000, 10))).hasSize(5);
    }

    @Test
    void thePlaylistOfThreeHoursStaysSmall() {
        List<Piece> pieces = Piece.brief(every(2000, 5400));
        String playlist =
                RecordingPlaylist.write(
                        java.time.Instant.parse("2026-11-30T10:00:00Z"),
                        pieces,
                        Front.of(Extent.ALL));
        assertThat(playlist).hasSizeLessThan(180_000).contains("p5399.m4s");
    }
}
