package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sources that do not answer, and what they sent since their latest key frame. */
class VisionMixerGroupTest extends VisionRig {
    private void group(String source, int first, int count) {
        groupOf(now, source, first, count);
    }

    private void groupOf(long newest, String source, int first, int count) {
        List<SourcePicture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] data = i == 0 ? H264.key(first) : H264.delta(first + i);
            long time = newest - (count - 1 - i) * 50 * MS;
            pictures.add(new SourcePicture(source, SourcePicture.Codec.H264, time, i == 0, data));
        }
        vision.onGroup(pictures, now);
    }

    @Test
    void aSourceThatDoesNotAnswerIsCaughtUpWithFromItsLatestKeyFrame() {
        firstSegment("a", 1);
        run("a", 1000, 1);
        vision.take("b", now);
        run("a", 360, 1);
        assertThat(groups).isEmpty();
        run("a", 40, 1);
        assertThat(groups).containsExactly("b");
        int before = shown.size();
        group("b", 20, 100);
        assertThat(cuts).containsExactly("a", "b");
        pass(40);
        picture("b", false, 120);
        reel.end();
        List<Integer> expected = new ArrayList<>(); // the last of a was to come at the same time
        for (int id = 20; id <= 120; id++) {
            expected.add(id);
        }
        assertThat(ids().subList(before, ids().size())).isEqualTo(expected);
        List<Shown> caughtUp = shown.subList(before, before + 99);
        assertThat(caughtUp).extracting(Shown::durationMs).containsOnly(1L);
        assertThat(caughtUp.getFirst().opens()).isTrue();
        assertThat(caughtUp.getFirst().ms()).isBetween(1960L, 2001L);
    }

    @Test
    void aProgramBeginsWithWhatASourceThatDoesNotAnswerSentBefore() {
        vision.take("b", now);
        pass(400);
        assertThat(groups).containsExactly("b");
        group("b", 1, 50);
        pass(40);
        picture("b", false, 51);
        assertThat(cuts).containsExactly("b");
        assertThat(ids()).hasSize(50).doesNotContain(STAND_BY);
    }

    @Test
    void aGroupThatComesTooLateOrOfAnotherSourceChangesNothing() {
        onAir("a", 1);
        vision.take("b", now);
        pass(440);
        picture("b", true, 2);
        group("b", 20, 10);
        group("c", 20, 10);
        run("b", 80, 3);
        reel.end();
        assertThat(ids()).doesNotContain(20).endsWith(2, 3, 3);
        assertThat(cuts).containsExactly("a", "b");
    }

    @Test
    void whatASourceSentBeforeItFellSilentIsNotShownAgainForThePresent() {
        firstSegment("a", 1);
        long silentSince = now;
        for (int i = 0; i < 1000; i++) {
            pass(20);
            if (!groups.isEmpty()) {
                groups.clear();
                groupOf(silentSince, "a", 100, 10);
            }
        }
        assertThat(cuts).containsExactly("a", null);
        assertThat(shown.subList(shown.size() - 50, shown.size()))
                .allMatch(one -> one.durationMs() == 200);
        picture("a", true, 7);
        pass(40);
        assertThat(cuts).containsExactly("a", null, "a");
        long behind = (now - START) / MS - end();
        assertThat(behind).isLessThanOrEqualTo(240);
    }

    @Test
    void aSourceThatIsHeardIsCaughtUpWithHoweverLateItsPicturesAre() {
        firstSegment("a", 1);
        vision.take("b", now);
        for (int i = 0; i < 500 / 40; i++) {
            pass(40);
            pictureOf(now - 5000 * MS, "b", false, 30);
        }
        groupOf(now - 5000 * MS, "b", 20, 10);
        assertThat(cuts).containsExactly("a", "b");
    }

    @Test
    void theFirstSegmentDoesNotWaitForTheNextKeyFrameOfASourceThatDoesNotAnswer() {
        onAir("a", 1);
        run("a", 1000, 1);
        assertThat(groups).containsExactly("a");
        group("a", 20, 10);
        run("a", 2000, 30);
        assertThat(shown)
                .filteredOn(Shown::opens)
                .extracting(Shown::picture)
                .containsExactly(1, 20);
        assertThat(groups).containsExactly("a");
        assertThat(cuts).containsExactly("a");
    }

    private long end() {
        Shown last = shown.getLast();
        return last.ms() + last.durationMs();
    }
}
