package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.video.NameCard;
import io.rostrum.protocol.cmaf.Sample;
import org.junit.jupiter.api.Test;

/** The card: where no picture is, and never longer than that. */
class VisionMixerCardTest extends VisionRig {
    private static final int CARD = 7;

    private void card(String text, int id) {
        stand = Easel.Stand.of(H264.key(id), text);
        vision.renew(now);
    }

    @Test
    void whomNobodyChoseAnyMoreIsShownForASecondAtMostThoughTheNextOneDoesNotCome() {
        firstSegment("a", 1);
        card("Ben", CARD);
        vision.take("b", now);
        run("a", 960, 1);
        assertThat(cuts).containsExactly("a");
        run("a", 120, 1);
        assertThat(cuts).containsExactly("a", null);
        assertThat(cards).containsExactly(null, "Ben");
        run("a", 2000, 1);
        assertThat(ids()).endsWith(CARD);
        picture("b", true, 2);
        assertThat(cuts).containsExactly("a", null, "b");
    }

    @Test
    void theSameHoldsWhereTheOneBeforeIsFrozen() {
        firstSegment("a", 1);
        card("Ben", CARD);
        vision.take("b", now);
        pass(1100);
        assertThat(cuts).containsExactly("a", null);
    }

    @Test
    void aCardSaysSomethingElseAtOnceAndIsToldWithIt() {
        firstSegment("a", 1);
        card("Ben", CARD);
        vision.take(null, now);
        pass(300);
        card("Cem", 8);
        pass(300);
        assertThat(cards).containsExactly(null, "Ben", "Cem");
        assertThat(ids()).containsSubsequence(CARD, 8);
    }

    @Test
    void whatTheCardWouldSayDoesNotDisturbAPicture() {
        firstSegment("a", 1);
        card("Ben", CARD);
        run("a", 400, 1);
        assertThat(cuts).containsExactly("a");
        assertThat(ids()).doesNotContain(CARD);
    }

    @Test
    void aCardIsOneKeyFrameForEachSegmentAndNearlyNothingBetween() {
        firstSegment("a", 1);
        stand = Easel.Stand.of(NameCard.keyFrame("Ana", 640, 360), "Ana");
        samples.clear();
        vision.take(null, now);
        pass(9000);
        assertThat(samples.stream().filter(Sample::key).count()).isBetween(5L, 7L);
        assertThat(samples.stream().filter(picture -> !picture.key()).toList())
                .hasSizeGreaterThan(35)
                .allMatch(picture -> picture.data().length < 60);
    }
}
