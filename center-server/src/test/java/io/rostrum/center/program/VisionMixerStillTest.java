package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What stands in where no picture comes. */
class VisionMixerStillTest extends VisionRig {
    @Test
    void withoutASourceStandByOpensTheProgram() {
        vision.take(null, now);
        pass(480);
        assertThat(opened).isEmpty();
        pass(20);
        assertThat(opened).containsExactly(500L);
        assertThat(cuts).containsExactly((String) null);
        pass(1000);
        assertThat(shown).extracting(Shown::ms).containsExactly(0L, 200L, 400L, 600L, 800L);
        assertThat(shown).allMatch(Shown::key).allMatch(picture -> picture.picture() == STAND_BY);
    }

    @Test
    void standByIsCutIntoSegmentsOfUsualLength() {
        vision.take(null, now);
        pass(6000);
        assertThat(shown)
                .filteredOn(Shown::opens)
                .extracting(Shown::ms)
                .containsExactly(0L, 600L, 2400L, 4200L);
    }

    /** More than can be shown again. */
    private void busy(String source, int id) {
        for (int i = 0; i < 40; i++) {
            picture(source, false, id);
        }
    }

    @Test
    void aBusySourceIsAskedBeforeItCountsAsFrozen() {
        onAir("a", 1);
        busy("a", 1);
        run("a", 200, 1);
        pass(300);
        assertThat(asked).containsExactly("a");
        picture("a", true, 3);
        pass(280);
        assertThat(cuts).containsExactly("a");
        assertThat(ids()).doesNotContain(STAND_BY);
    }

    @Test
    void theLastKeyFrameOfAFrozenSourceStandsInEvery200Ms() {
        onAir("a", 1);
        busy("a", 2);
        run("a", 200, 2);
        int before = shown.size();
        pass(1100);
        assertThat(ids().subList(before, ids().size())).containsExactly(2, 1, 1, 1, 1);
        assertThat(shown.subList(before + 1, before + 5))
                .extracting(Shown::ms)
                .containsExactly(425L, 625L, 825L, 1025L);
    }

    @Test
    void whenAFrozenSourceReturnsItsKeyFrameIsACut() {
        onAir("a", 1);
        busy("a", 2);
        run("a", 200, 2);
        pass(700);
        picture("a", false, 8);
        pass(40);
        picture("a", true, 3);
        run("a", 80, 4);
        assertThat(ids()).doesNotContain(8).endsWith(1, 3, 4);
        assertThat(shown.get(shown.size() - 2).opens()).isTrue();
        assertThat(cuts).containsExactly("a");
    }

    @Test
    void theNewestPictureOfAStillSourceStandsInWithAllThatItNeeds() {
        onAir("a", 1);
        pass(40);
        picture("a", false, 2);
        pass(900);
        assertThat(ids()).containsExactly(1, 2, 1, 2, 1, 2, 1, 2, 1);
        assertThat(shown.subList(2, 6))
                .extracting(Shown::ms)
                .containsExactly(240L, 241L, 441L, 442L);
    }

    @Test
    void aStillSourceGoesOnWithItsNextPictureAndNobodyAsksForAKeyFrame() {
        firstSegment("a", 1);
        int first = shown.size();
        for (int second = 0; second < 25; second++) {
            pass(1240);
            picture("a", false, 2 + second);
        }
        reel.end();
        assertThat(asked.size()).isLessThan(15);
        assertThat(groups).isEmpty();
        assertThat(cuts).containsExactly("a");
        assertThat(ids()).doesNotContain(STAND_BY).endsWith(26);
        for (int i = first + 1; i < shown.size(); i++) {
            int before = shown.get(i - 1).picture();
            boolean follows = shown.get(i).picture() == before + 1 || shown.get(i).key();
            assertThat(follows).isTrue(); // everything has what it needs right before it
        }
    }

    @Test
    void standByFollowsWhenASourceStaysFrozen() {
        onAir("a", 1);
        run("a", 200, 2);
        pass(3400);
        assertThat(cuts).containsExactly("a");
        pass(200);
        assertThat(cuts).containsExactly("a", null);
        pass(400);
        assertThat(ids()).endsWith(STAND_BY, STAND_BY);
        picture("a", true, 3);
        assertThat(cuts).containsExactly("a", null, "a");
    }

    @Test
    void takingNobodyShowsStandByAtOnceAndNeverTheLastPicture() {
        onAir("a", 1);
        run("a", 200, 2);
        vision.take(null, now);
        picture("a", false, 7);
        picture("a", true, 7);
        pass(2000);
        assertThat(ids().subList(5, ids().size())).containsOnly(STAND_BY);
        assertThat(cuts).containsExactly("a", null);
    }

    @Test
    void aSourceThatFreezesWhileTheNextIsAwaitedStaysForAWhile() {
        onAir("a", 1);
        run("a", 200, 2);
        vision.take("b", now);
        pass(900);
        assertThat(ids()).doesNotContain(STAND_BY);
        onAir("b", 5);
        assertThat(cuts).containsExactly("a", "b");
    }

    @Test
    void aSourceThatWasTakenAwayIsNotRepeatedWhileTheNextIsAwaited() {
        onAir("a", 1);
        run("a", 200, 2);
        vision.take(null, now);
        vision.take("b", now);
        pass(900);
        assertThat(ids().subList(6, ids().size())).containsOnly(STAND_BY);
    }
}
