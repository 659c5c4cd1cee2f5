package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepTest {
    private static final long MS = 1_000_000;

    private final Step step = new Step();

    /** Pictures every 40 ms for so long, each so much later than its sound. */
    private void pictures(long from, long until, long lag) {
        for (long now = from; now < until; now += 40) {
            step.time((now - lag) * MS, now * MS);
        }
    }

    @Test
    void aPictureUpToThreeSecondsLateIsWhereItsSoundIs() {
        assertThat(step.time(2_000 * MS, 5_000 * MS)).isEqualTo(2_000 * MS);
        assertThat(step.time(1_999 * MS, 5_000 * MS)).isEqualTo(2_000 * MS);
    }

    @Test
    void aPictureBeforeItsSoundRunsAheadByHalfASecondAtMost() {
        assertThat(step.time(5_500 * MS, 5_000 * MS)).isEqualTo(5_500 * MS);
        assertThat(step.time(9_000 * MS, 5_000 * MS)).isEqualTo(5_500 * MS);
    }

    @Test
    void whatStandsInIsAsLateAsThePicturesWere() {
        step.time(3_800 * MS, 5_000 * MS);

        assertThat(step.shown(6_000 * MS)).isEqualTo(4_800 * MS);
    }

    @Test
    void aSourceBeyondTheBoundForTwoSecondsIsSaidToBeAndAfterTwoSecondsWithinNoMore() {
        pictures(0, 1_900, 3_500);
        assertThat(step.kept()).isTrue();
        pictures(1_900, 2_100, 3_500);
        assertThat(step.kept()).isFalse();
        pictures(2_100, 4_000, 1_200);
        assertThat(step.kept()).isFalse();
        pictures(4_000, 4_200, 1_200);
        assertThat(step.kept()).isTrue();
    }

    @Test
    void aStallThatPassesIsNoMatterOfTheSource() {
        pictures(0, 1_500, 4_000);
        pictures(1_500, 1_600, 100);
        pictures(1_600, 3_000, 4_000);

        assertThat(step.kept()).isTrue();
    }
}
