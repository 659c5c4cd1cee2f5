package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.cmaf.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of cutting one by one, against a clock that is only a number. */
class VisionMixerTest {
    private static final long MS = 1_000_000;
    private static final long START = 77_000 * MS;
    private static final int STAND_BY = 0;

    private record Shown(long ms, long durationMs, boolean key, int picture, boolean opens) {}

    private final List<Shown> shown = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<@Nullable String> cuts = new ArrayList<>();
    private final List<Long> opened = new ArrayList<>();
    private Reel reel;
    private VisionMixer vision;
    private long now = START;

    @BeforeEach
    void start() {
        reel =
                new Reel(
                        Rhythm.DEFAULT,
                        new Reel.Out() {
                            @Override
                            public void onOpen(AvcConfig first, long originNanos) {
                                opened.add((originNanos - START) / MS);
                            }

                            @Override
                            public void onPicture(Sample picture, boolean opens) {
                                shown.add(
                                        new Shown(
                                                picture.decodeTime() / 90,
                                                picture.duration() / 90,
                                                picture.key(),
                                                picture.data()[picture.data().length - 1],
                                                opens));
                            }
                        });
        vision =
                new VisionMixer(
                        Rhythm.DEFAULT,
                        reel,
                        new VisionMixer.Desk() {
                            @Override
                            public void requestKeyFrame(String source) {
                                asked.add(source);
                            }

                            @Override
                            public void onStep(String source, boolean kept) {
                                steps.add(source + (kept ? " in step" : " out of step"));
                            }

                            @Override
                            public void requestGroup(String source) {
                                groups.add(source);
                            }

                            @Override
                            public void onCut(@Nullable String source) {
                                cuts.add(source);
                            }
                        },
                        H264.key(STAND_BY),
                        START);
    }

    private void picture(String source, boolean key, int id) {
        pictureOf(now, source, key, id);
    }

    private void pictureOf(long timeNanos, String source, boolean key, int id) {
        byte[] data = key ? H264.key(id) : H264.delta(id);
        vision.onPicture(
                new SourcePicture(source, SourcePicture.Codec.H264, timeNanos, key, data), now);
    }

    /** Lets time go by with a tick every 20 ms. */
    private void pass(long ms) {
        for (long end = now + ms * MS; now < end; ) {
            now += 20 * MS;
            vision.tick(now);
        }
    }

    /** A source at 25 pictures a second that answers nobody. */
    private void run(String source, long ms, int id) {
        for (long i = 0; i < ms / 40; i++) {
            pass(40);
            picture(source, false, id);
        }
    }

    private void onAir(String source, int id) {
        vision.take(source, now);
        picture(source, true, id);
        asked.clear();
    }

    /** On air, and behind the first, short segment. */
    private void firstSegment(String source, int id) {
        onAir(source, id);
        run(source, 560, id);
        pass(40);
        picture(source, true, id);
        asked.clear();
    }

    private List<Integer> ids() {
        return shown.stream().map(Shown::picture).toList();
    }

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

    private void group(String source, int first, int count) {
        List<SourcePicture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] data = i == 0 ? H264.key(first) : H264.delta(first + i);
            long time = now - (count - 1 - i) * 50 * MS;
            pictures.add(new SourcePicture(source, SourcePicture.Codec.H264, time, i == 0, data));
        }
        vision.onGroup(pictures, now);
    }

    @Test
    void aSourceThatDoesNotAnswerIsCaughtUpWithFromItsLatestKeyFrame() {
        onAir("a", 1);
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
        assertThat(caughtUp.getFirst().ms()).isBetween(1360L, 1401L);
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
