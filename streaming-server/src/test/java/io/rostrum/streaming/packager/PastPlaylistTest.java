package io.rostrum.streaming.packager;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.timeline.Mark;
import io.rostrum.streaming.timeline.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastPlaylistTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    /** Feed segments of about two seconds, none exactly as long as another. */
    private static List<Segment> feed(int seconds) {
        List<Segment> segments = new ArrayList<>();
        long at = 0;
        for (int i = 0; at < seconds * 90000L; i++) {
            long end = at + 180_000 + i % 7 * 300;
            segments.add(new Segment(i, 0, 1, at, end, Mark.NONE, 0));
            at = end;
        }
        return segments;
    }

    @Test
    void namesEveryPieceSinceTheStart() {
        String text = write(Piece.settled(feed(20)), false);
        assertThat(text)
                .startsWith("#EXTM3U\n")
                .contains("#EXT-X-PLAYLIST-TYPE:EVENT\n", "#EXT-X-MEDIA-SEQUENCE:0\n")
                .contains("#EXT-X-PROGRAM-DATE-TIME:2026-11-20T10:00:00.000Z\n", "\ndvr/0.m4s\n")
                .contains("#EXT-X-MAP:URI=\"dvr/init.mp4\"\n")
                .doesNotContain("ENDLIST");
    }

    @Test
    void whatWasListedOnceNeverChanges() {
        List<Segment> all = feed(200);
        List<Piece> whole = Piece.divide(all);
        for (int i = 1; i < all.size(); i++) {
            List<Piece> early = Piece.settled(all.subList(0, i));
            assertThat(whole.subList(0, early.size())).isEqualTo(early);
        }
    }

    @Test
    void aDeltaLeavesOutWhatLies48SecondsBack() {
        List<Piece> pieces = Piece.settled(feed(400));
        String delta = write(pieces, true);
        int listed = delta.split("#EXTINF").length - 1;
        assertThat(listed).isBetween(11, 13);
        assertThat(delta)
                .contains("#EXT-X-SKIP:SKIPPED-SEGMENTS=" + (pieces.size() - listed) + "\n")
                .contains("#EXT-X-PROGRAM-DATE-TIME:")
                .doesNotContain("EXT-X-MAP");
        assertThat(write(Piece.settled(feed(30)), true)).doesNotContain("EXT-X-SKIP");
    }

    @Test
    void tenHoursFitInto50KilobytesOnceAndOneAfterwards() {
        List<Piece> pieces = Piece.settled(feed(36_000));
        assertThat(pieces).hasSizeGreaterThan(8500);
        Reply.Text full = Reply.Text.of(write(pieces, false));
        Reply.Text delta = Reply.Text.of(write(pieces, true));
        assertThat(full.plain().length).isLessThan(350_000);
        assertThat(full.gzip().length).isLessThan(50_000);
        assertThat(delta.gzip().length).isLessThan(1000);
    }

    private static String write(List<Piece> pieces, boolean delta) {
        return PastPlaylist.write(START, pieces, false, delta);
    }
}
