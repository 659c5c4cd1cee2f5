package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pictures that come later than their sound. */
class VisionMixerStepTest extends VisionRig {
    @Test
    void timesFarFromTheArrivalAreNotBelieved() {
        onAir("a", 1);
        run("a", 200, 1);
        pass(40);
        pictureOf(now + 3_600_000 * MS, "a", false, 2);
        reel.end();
        assertThat(shown.getLast().ms()).isEqualTo(740);
    }

    /** A source at 25 pictures a second, each so much later than its sound. */
    private void runLate(String source, long lag, long ms) {
        for (long i = 0; i < ms / 40; i++) {
            pass(40);
            pictureOf(now - lag * MS, source, false, 1);
        }
    }

    @Test
    void picturesThatComeUpToThreeSecondsAfterTheirSoundAreWhereItIs() {
        vision.take("a", now);
        pass(40);
        pictureOf(now - 2900 * MS, "a", true, 1);
        runLate("a", 2900, 4000);
        assertThat(opened).containsExactly(40L - 2900);
        assertThat(shown).extracting(Shown::durationMs).containsOnly(40L);
        assertThat(steps).isEmpty();
    }

    @Test
    void aSourceFurtherFromItsSoundIsSaidToBe() {
        vision.take("a", now);
        pass(40);
        pictureOf(now - 3500 * MS, "a", true, 1);
        runLate("a", 3500, 4000);
        assertThat(steps).containsExactly("a out of step");
        runLate("a", 1200, 4000);
        assertThat(steps).containsExactly("a out of step", "a in step");
    }

    @Test
    void aSourceThatIsLateIsAskedForItsKeyFrameNoSoonerThanAnother() {
        vision.take("a", now);
        pictureOf(now - 1200 * MS, "a", true, 1);
        asked.clear();
        runLate("a", 1200, 560);
        assertThat(asked).isEmpty();
        runLate("a", 1200, 40);
        assertThat(asked).containsExactly("a");
    }

    @Test
    void aLateSourceThatFreezesIsRepeatedAsLateSoThatItComesBackInStep() {
        vision.take("a", now);
        pictureOf(now - 1200 * MS, "a", true, 1);
        runLate("a", 1200, 400);
        pass(900);
        pictureOf(now - 1200 * MS, "a", true, 2);
        runLate("a", 1200, 80);
        reel.end();
        assertThat(shown.getLast().ms()).isEqualTo(400 + 900 + 80);
        // what stands in has its own pictures a millisecond apart; nothing is squeezed to 5 ms
        assertThat(shown)
                .allMatch(picture -> picture.durationMs() >= 40 || picture.durationMs() == 1);
    }
}
