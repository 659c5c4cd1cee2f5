package io.rostrum.streaming.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.streaming.timeline.Mark;
import io.rostrum.streaming.timeline.Segment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryboardTest {
    private static List<Segment> segments(double... starts) {
        List<Segment> segments = new ArrayList<>();
        for (double start : starts) {
            long at = Math.round(start * 90000);
            segments.add(new Segment(segments.size(), 0, 1, at, at + 90000, Mark.NONE, 0));
        }
        return segments;
    }

    @Test
    void aTileStandsForFiveSecondsOrMoreAndTheFirstForTheBeginning() {
        List<Tile> tiles = Tile.of(segments(0.04, 2, 4, 5, 5.5, 20, 21));
        assertThat(tiles.stream().map(Tile::start).toList())
                .containsExactly(0L, 450000L + 45000, 1800000L);
    }

    @Test
    void furtherSegmentsChangeNoTile() {
        List<Segment> all = segments(0, 3, 6, 9, 12, 15, 18, 21);
        List<Tile> whole = Tile.of(all);
        for (int count = 1; count <= all.size(); count++) {
            List<Tile> part = Tile.of(all.subList(0, count));
            assertThat(part).isEqualTo(whole.subList(0, part.size()));
        }
    }

    @Test
    void everyMomentHasAPlaceInASheet() {
        double[] starts = new double[27];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i * 5;
        }
        String vtt = Storyboard.vtt(Tile.of(segments(starts)), 135 * 90000, Storyboard::sheet);
        assertThat(vtt)
                .startsWith(
                        "WEBVTT\n\n00:00:00.000 --> 00:00:05.000\n"
                                + "storyboard-0.jpg#xywh=0,0,160,90\n")
                .contains(
                        "00:00:30.000 --> 00:00:35.000\nstoryboard-0.jpg#xywh=160,90,160,90\n",
                        "00:02:00.000 --> 00:02:05.000\nstoryboard-0.jpg#xywh=640,360,160,90\n",
                        "00:02:05.000 --> 00:02:10.000\nstoryboard-1.jpg#xywh=0,0,160,90\n")
                .endsWith("00:02:10.000 --> 00:02:15.000\nstoryboard-1.jpg#xywh=160,0,160,90\n");
    }
}
