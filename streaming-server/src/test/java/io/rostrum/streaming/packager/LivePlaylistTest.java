package io.rostrum.streaming.packager;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.streaming.packager.Reel.Packed;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LivePlaylistTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final long MS = 1_000_000;

    private final Publication publication =
            new Publication(View.empty(START, LivePlaylist.FIRST), 60 * 90000L);

    private View play(int segments, int extraParts) {
        Reel reel = new Reel();
        for (int i = 0; i <= segments; i++) {
            reel.segment(60, 100 / 3.0);
        }
        Packed packed = reel.pack();
        for (Part part : packed.parts) {
            if (part.number() <= segments
                    || part.index() < extraParts && part.number() == segments + 1) {
                if (part.index() == 0 && part.number() > LivePlaylist.FIRST) {
                    publication.onSegment(part.number() - 1);
                }
                publication.onPart(part);
            }
        }
        if (extraParts == 0) {
            publication.onSegment(segments);
        }
        return publication.publish(0);
    }

    @Test
    void namesPartsOfTheLastNineSecondsAndHintsAtTheNext() {
        String text = LivePlaylist.write(play(7, 3), false);
        assertThat(text)
                .startsWith("#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:3\n")
                .contains("CAN-BLOCK-RELOAD=YES", "PART-HOLD-BACK=0.65", "CAN-SKIP-UNTIL=18.0")
                .contains("#EXT-X-MAP:URI=\"init.mp4\"\n")
                .contains("#EXTINF:2.00000,\n1.m4s\n")
                .contains("#EXT-X-PROGRAM-DATE-TIME:2026-11-20T10:00:14.000Z\n")
                .contains("URI=\"8.2.m4s\"")
                .doesNotContain("URI=\"2.0.m4s\"")
                .endsWith("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"8.3.m4s\"\n");
        assertThat(text.split("#EXT-X-MAP")).hasSize(2);
        assertThat(text).doesNotContain("DISCONTINUITY");
    }

    @Test
    void aProgramBeginsWithSegmentOne() {
        assertThat(LivePlaylist.write(play(1, 1), false)).contains("#EXT-X-MEDIA-SEQUENCE:1\n");
    }

    @Test
    void aDeltaLeavesOutWhatLiesEighteenSecondsBack() {
        View view = play(20, 1);
        String delta = LivePlaylist.write(view, true);
        assertThat(delta)
                .contains("#EXT-X-SKIP:SKIPPED-SEGMENTS=11\n", "\n12.m4s\n")
                .doesNotContain("\n11.m4s\n", "EXT-X-MAP");
        assertThat(LivePlaylist.write(play(2, 1), true)).doesNotContain("EXT-X-SKIP");
    }

    @Test
    void whatLiesMoreThanAMinuteBackIsNotListed() {
        View view = play(40, 0);
        assertThat(view.segments().getFirst().number()).isEqualTo(10);
        assertThat(LivePlaylist.write(view, false)).contains("#EXT-X-MEDIA-SEQUENCE:10\n");
    }

    @Test
    void aReloadIsAnsweredOnceItsPartIsThere() {
        View view = play(2, 3);
        assertThat(view.reached(3, 2)).isTrue();
        assertThat(view.reached(3, 3)).isFalse();
        assertThat(view.reached(3, -1)).isFalse();
        assertThat(view.reached(2, -1)).isTrue();
        assertThat(view.reached(4, 0)).isFalse();
    }

    @Test
    void aPartBeyondAClosedSegmentMeansTheFirstOfTheNext() {
        assertThat(play(2, 0).reached(2, 20)).isFalse();
    }

    @Test
    void theFirstPartOfTheNextSegmentAnswersAReloadBeyondTheEnd() {
        assertThat(play(2, 1).reached(2, 20)).isTrue();
    }

    @Test
    void anEndedProgramWaitsForNothing() {
        play(2, 3);
        publication.end();
        View view = publication.publish(0);
        assertThat(view.reached(99, 0)).isTrue();
        assertThat(LivePlaylist.write(view, false))
                .endsWith("#EXT-X-ENDLIST\n")
                .doesNotContain("PRELOAD-HINT");
    }

    @Test
    void nothingIsPublishedTwiceWithin100Milliseconds() {
        Packed packed = new Reel().segment(60, 100 / 3.0).pack();
        publication.onPart(packed.parts.get(0));
        assertThat(publication.dueNanos(5)).isEqualTo(OptionalLong.of(5));
        publication.publish(5);
        assertThat(publication.dueNanos(6)).isEmpty();
        publication.onPart(packed.parts.get(1));
        assertThat(publication.dueNanos(5 + 30 * MS)).isEqualTo(OptionalLong.of(5 + 100 * MS));
        publication.onPart(packed.parts.get(2));
        assertThat(publication.publish(5 + 100 * MS).end()).isEqualTo(3 * 18000);
    }
}
