package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of cutting one by one. */
class VisionMixerTest extends VisionRig {
    @Test
    void aTakeAsksForAKeyFrameAtOnceAndAgain() {
        vision.take("a", now);
        assertThat(asked).containsExactly("a");
        pass(280);
        assertThat(asked).hasSize(1);
        pass(20);
        assertThat(asked).hasSize(2);
    }

    @Test
    void theTimeLineBeginsWithTheFirstKeyFrame() {
        vision.take("a", now);
        picture("a", false, 1);
        pass(100);
        picture("a", true, 2);
        pass(40);
        picture("a", false, 3);
        assertThat(opened).containsExactly(100L);
        assertThat(shown).containsExactly(new Shown(0, 40, true, 2, true));
    }

    @Test
    void aPictureLastsUntilTheNext() {
        onAir("a", 1);
        pass(60);
        picture("a", false, 2);
        pass(20);
        picture("a", false, 3);
        assertThat(shown).extracting(Shown::durationMs).containsExactly(60L, 20L);
    }

    @Test
    void theOldSourceStaysUntilTheNewOnesKeyFrame() {
        onAir("a", 1);
        run("a", 80, 1);
        vision.take("b", now);
        picture("b", false, 9);
        run("a", 80, 1);
        picture("b", false, 9);
        pass(40);
        picture("b", true, 2);
        run("b", 80, 2);
        picture("a", false, 9);
        reel.end();
        assertThat(ids()).containsExactly(1, 1, 1, 1, 1, 2, 2, 2);
        assertThat(cuts).containsExactly("a", "b");
    }

    @Test
    void aCutClosesTheSegmentEarly() {
        onAir("a", 1);
        run("a", 240, 1);
        vision.take("b", now);
        pass(40);
        picture("b", true, 2);
        run("b", 40, 2);
        assertThat(shown).filteredOn(Shown::opens).extracting(Shown::ms).containsExactly(0L, 280L);
    }

    @Test
    void theFirstSegmentIsShortSoThatPlayersCanBegin() {
        onAir("a", 1);
        run("a", 560, 1);
        assertThat(asked).isEmpty();
        pass(40);
        assertThat(asked).containsExactly("a");
        picture("a", true, 1);
        run("a", 80, 1);
        assertThat(shown).filteredOn(Shown::opens).extracting(Shown::ms).containsExactly(0L, 600L);
    }

    @Test
    void theSourceIsAskedForItsKeyFrameWhenTheSegmentIsOldEnough() {
        firstSegment("a", 1);
        run("a", 1760, 1);
        assertThat(asked).isEmpty();
        run("a", 40, 1);
        assertThat(asked).containsExactly("a");
        run("a", 320, 1);
        assertThat(asked).containsExactly("a", "a");
        picture("a", true, 1);
        run("a", 1000, 1);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aKeyFrameThatOthersCausedOpensNoShortSegment() {
        firstSegment("a", 1);
        run("a", 960, 1);
        pass(20);
        picture("a", true, 1);
        run("a", 800, 1);
        pass(20);
        picture("a", true, 1);
        run("a", 80, 1);
        assertThat(shown)
                .filteredOn(Shown::opens)
                .extracting(Shown::ms)
                .containsExactly(0L, 600L, 2400L);
        assertThat(shown).filteredOn(Shown::key).hasSize(4);
    }

    @Test
    void aTakeThatLiesBehindReplacesThePictureThatWaits() {
        onAir("a", 1);
        run("a", 200, 1);
        vision.take("b", now);
        pictureOf(now - 100 * MS, "b", true, 2);
        pass(40);
        pictureOf(now - 100 * MS, "b", false, 3);
        pass(40);
        pictureOf(now - 100 * MS, "b", false, 4);
        pass(200);
        pictureOf(now - 100 * MS, "b", false, 5);
        reel.end();
        assertThat(shown)
                .endsWith(
                        new Shown(160, 40, false, 1, false),
                        new Shown(200, 5, true, 2, true),
                        new Shown(205, 5, false, 3, false),
                        new Shown(210, 170, false, 4, false),
                        new Shown(380, 40, false, 5, false));
    }

    @Test
    void takingBackWhatIsOnAirChangesNothing() {
        onAir("a", 1);
        run("a", 200, 2);
        vision.take("b", now);
        vision.take("a", now);
        run("a", 200, 2);
        assertThat(cuts).containsExactly("a");
        assertThat(shown).filteredOn(Shown::opens).hasSize(1);
    }

    @Test
    void aKeyFrameWithoutParameterSetsOrWithWrongLengthsIsNoPicture() {
        vision.take("a", now);
        for (byte[] data : List.of(new byte[0], new byte[9], H264.bareIdr(3), new byte[] {1, 2})) {
            vision.onPicture(
                    new SourcePicture("a", SourcePicture.Codec.H264, now, true, data), now);
        }
        assertThat(opened).isEmpty();
    }

    @Test
    void timesOnlyRiseWhateverComes() {
        java.util.Random random = new java.util.Random(4);
        String[] sources = {"a", "b", "c"};
        for (int i = 0; i < 20_000; i++) {
            pass(20L * random.nextInt(4));
            if (random.nextInt(40) == 0) {
                int next = random.nextInt(4);
                vision.take(next == 3 ? null : sources[next], now);
            }
            long time = now + (random.nextInt(2000) - 1000) * MS;
            String source = sources[random.nextInt(3)];
            pictureOf(time, source, random.nextInt(10) == 0, random.nextInt(100));
        }
        reel.end();
        long end = 0;
        for (Shown picture : shown) {
            assertThat(picture.ms()).isBetween(end - 1, end + 1);
            assertThat(picture.durationMs()).isPositive();
            assertThat(picture.opens() && !picture.key()).isFalse();
            end = picture.ms() + picture.durationMs();
        }
    }

    @Test
    void aProgramOfBeforeGoesOnWithTheStandByPictureFromWhereItBrokeOff() {
        vision.resume(10_000 * 90, START - 15_300 * MS, START);
        assertThat(opened).containsExactly(-15_300L);
        assertThat(cuts).containsExactly((String) null);
        now = START + 500 * MS;
        vision.tick(now);
        vision.take("ana", now);
        picture("ana", true, 7);
        now += 40 * MS;
        picture("ana", false, 8);
        assertThat(shown).first().extracting(Shown::ms).isEqualTo(10_000L);
        assertThat(shown.getFirst().opens()).isTrue();
        for (int i = 1; i < shown.size(); i++) {
            Shown before = shown.get(i - 1);
            assertThat(shown.get(i).ms()).isEqualTo(before.ms() + before.durationMs());
            assertThat(before.durationMs()).isLessThanOrEqualTo(1000);
        }
        assertThat(shown).last().extracting(Shown::ms, Shown::opens).containsExactly(15_800L, true);
        assertThat(cuts).containsExactly(null, "ana");
    }
}
