package io.rostrum.streaming.packager;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.packager.Reel.Packed;
import io.rostrum.streaming.packager.Reel.Shot;
import io.rostrum.streaming.timeline.Mark;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackagerTest {
    static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    @Test
    void partsLast200MillisecondsAndSegmentsTwoSeconds() {
        Packed packed = new Reel().segment(60, 100 / 3.0).segment(60, 100 / 3.0).pack();
        assertThat(packed.segments).containsExactly(1L, 2L);
        assertThat(packed.millis(1)).containsOnly(200L).hasSize(10);
        assertThat(packed.of(1)).extracting(Part::independent).startsWith(true, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 7, 8, 10, 12, 15, 18, 20, 24, 25, 30, 50, 60})
    void partsStayBelowTheirTargetAtEveryRate(int rate) {
        Packed packed = new Reel().segment(2 * rate, 1000.0 / rate).pack();
        List<Long> millis = packed.millis(1);
        assertThat(millis).allMatch(length -> length <= 215);
        assertThat(millis.subList(0, millis.size() - 1)).allMatch(length -> length >= 183);
    }

    @Test
    void aPictureThatComesLateIsPrecededByTheOneBeforeOnceMore() {
        Packed packed = new Reel().segment(3, 250).pack();
        assertThat(times(packed)).containsExactly(0L, 18_000L, 22_500L, 36_000L, 45_000L, 54_000L);
        assertThat(packed.millis(1)).startsWith(200L, 200L, 200L);
    }

    @Test
    void pauseAfterPauseEveryPartHasAPictureFromItsBeginningOn() {
        Packed packed = Reel.random(11, 60).pack();
        for (Part part : packed.parts) {
            Packed one = new Packed();
            one.onPart(part);
            assertThat(one.samples(FeedTracks.VIDEO).getFirst().decodeTime())
                    .isEqualTo(part.start());
        }
    }

    @Test
    void whereNothingCanBeRepeatedSoundGoesOnAloneAndThePictureIsSaidToStay() {
        Packed packed = new Reel().segment(2, 1000).unlike().pack();
        assertThat(packed.millis(1)).startsWith(200L, 200L, 200L, 200L, 200L);
        assertThat(sound(packed.parts.get(2))).isNotEmpty();
        assertThat(packed.samples(FeedTracks.VIDEO))
                .first()
                .extracting(Sample::end)
                .isEqualTo(90_000L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStrictPlayerFindsNothingInAnyPlaylist(long seed) {
        for (Reel reel : List.of(Reel.random(seed, 60), Reel.random(seed, 60).unlike())) {
            Publication publication =
                    new Publication(View.empty(Instant.EPOCH, LivePlaylist.FIRST), 60 * 90_000L);
            Packager packager = new Packager(publication);
            long now = 0;
            for (Shot shot : reel.shots) {
                packager.sample(shot.sample(), shot.first());
                now += 200_000_000;
                if (publication.dueNanos(now).isPresent()) {
                    StrictChecker.check(LivePlaylist.write(publication.publish(now), false));
                }
            }
            packager.end();
            publication.end();
            StrictChecker.check(LivePlaylist.write(publication.publish(now), false));
        }
    }

    @Test
    void theFirstSegmentMayBeShortSoThatPlayersCanBegin() {
        Packed packed = new Reel().segment(18, 100 / 3.0).segment(60, 100 / 3.0).pack();
        assertThat(packed.millis(1)).containsExactly(200L, 200L, 200L);
        assertThat(packed.of(2).getFirst().independent()).isTrue();
    }

    @Test
    void aTakeDropsATailOfLessThan100MillisecondsAndBackDatesTheKeyFrame() {
        Packed packed = new Reel().segment(14, 33).segment(30, 33).pack();
        Part last = packed.of(1).getLast();
        Part next = packed.of(2).getFirst();
        assertThat(packed.of(1)).hasSize(2);
        assertThat(next.start()).isEqualTo(last.end()).isEqualTo(12 * 33 * 90);
        assertThat(next.independent()).isTrue();
        assertThat(times(packed)).contains(12 * 33 * 90L).doesNotContain(14 * 33 * 90L);
    }

    @Test
    void aTakeKeepsATailOf100MillisecondsOrMore() {
        Packed packed = new Reel().segment(16, 33).segment(30, 33).pack();
        assertThat(packed.millis(1)).containsExactly(198L, 198L, 132L);
        assertThat(packed.of(2).getFirst().start()).isEqualTo(16 * 33 * 90);
    }

    @Test
    void aSegmentOfLessThan190MillisecondsThatNobodySawVanishes() {
        Packed packed = new Reel().segment(60, 33).segment(4, 33).segment(60, 33).pack();
        assertThat(packed.segments).containsExactly(1L, 2L);
        assertThat(packed.of(2).getFirst().start()).isEqualTo(60 * 33 * 90);
        assertThat(packed.of(2).getFirst().independent()).isTrue();
    }

    @Test
    void keyFramesEvery200MillisecondsDoNotEachBeginASegment() {
        Reel reel = new Reel();
        for (int i = 0; i < 20; i++) {
            reel.segment(1, 200);
        }
        Packed packed = reel.pack();
        assertThat(packed.segments.size()).isBetween(2, 5);
        assertThat(packed.parts)
                .allMatch(part -> part.independent() == (part.index() == 0))
                .allMatch(part -> part.duration() == 18000);
    }

    @Test
    void aSegmentWithoutANextKeyFrameIsClosedInTime() {
        Packed packed = new Reel().segment(300, 100 / 3.0).pack();
        for (long number : packed.segments) {
            long length = packed.of(number).stream().mapToLong(Part::duration).sum();
            assertThat(Math.round(length / 90000.0))
                    .isLessThanOrEqualTo(LivePlaylist.TARGET_SECONDS);
        }
    }

    @Test
    void aKeyFrameBeginsASegmentWhereTheOneBeforeHadToDoWithout() {
        Packed packed = new Reel().segment(115, 100 / 3.0).segment(60, 100 / 3.0).pack();
        assertThat(packed.segments).containsExactly(1L, 2L, 3L);
        assertThat(packed.of(2).getFirst().independent()).isFalse();
        assertThat(packed.of(3).getFirst().independent()).isTrue();
        assertThat(packed.of(3).getFirst().start()).isEqualTo(342_000); // less a tiny tail
    }

    @Test
    void theFirstPartIsCutSoThatTheNextNaturalKeyFrameLeavesNoTinyTail() {
        Reel reel = new Reel();
        for (int i = 0; i < 10; i++) {
            reel.segment(61, 100 / 3.0); // 33 ms longer than ten parts
        }
        Packed packed = reel.pack();
        assertThat(packed.samples(FeedTracks.VIDEO)).hasSizeGreaterThanOrEqualTo(609);
        assertThat(packed.segments).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rulesHoldWhateverComes(long seed) {
        Packed packed = Reel.random(seed, 120).pack();
        long end = 0;
        for (Part part : packed.parts.subList(0, packed.parts.size() - 1)) {
            assertThat(part.start()).as("no hole").isEqualTo(end);
            assertThat(part.duration()).as("part %s", part).isBetween(9000L, Cutter.PART_TARGET);
            end = part.end();
        }
        for (long number : packed.segments) {
            long length = packed.of(number).stream().mapToLong(Part::duration).sum();
            assertThat(Math.round(length / 90000.0))
                    .isLessThanOrEqualTo(LivePlaylist.TARGET_SECONDS);
        }
        assertThat(packed.segments)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(LivePlaylist.FIRST, packed.segments.size())
                                .boxed()
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySoundIsThereOnceAndInItsOrder(long seed) {
        Reel reel = Reel.random(seed, 60);
        List<Sample> sound = reel.pack().samples(FeedTracks.AAC);
        for (int i = 0; i < sound.size(); i++) {
            assertThat(sound.get(i).decodeTime()).isEqualTo(i * 1024L);
        }
        long all = reel.shots.stream().filter(s -> s.sample().track() == FeedTracks.AAC).count();
        assertThat(sound.size()).isBetween((int) all - 12, (int) all);
    }

    @Test
    void soundEndsBeforeItsPartEnds() {
        for (Part part : Reel.random(3, 60).pack().parts) {
            Packed one = new Packed();
            one.onPart(part);
            assertThat(one.samples(FeedTracks.AAC))
                    .allMatch(frame -> frame.end() * 15 <= part.end() * 8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 15})
    void soundThatIsLateByHalfASecondIsStillInThePartOfItsPicture(int frames) {
        Packed packed =
                new Reel().segment(60, 100 / 3.0).segment(60, 100 / 3.0).soundLater(frames).pack();
        List<Part> whole = packed.parts.subList(0, packed.parts.size() - 6);
        assertThat(whole)
                .hasSizeGreaterThan(10)
                .allSatisfy(part -> {
                    List<Sample> sound = sound(part);
                    assertThat(sound).isNotEmpty();
                    assertThat(sound.getFirst().decodeTime() * 15)
                            .isBetween(part.start() * 8 - 1024 * 15, part.start() * 8);
                });
    }

    @Test
    void soundThatStaysAwayHoldsNoPartForLongerThan600Milliseconds() {
        Packed packed = new Packed();
        Packager packager = new Packager(packed);
        Reel reel = new Reel().segment(60, 100 / 3.0);
        reel.shots.stream()
                .filter(shot ->
                        shot.sample().track() == FeedTracks.VIDEO
                                || shot.sample().decodeTime() < 4800)
                .forEach(shot -> packager.sample(shot.sample(), shot.first()));
        long seen = packed.parts.getLast().end();
        assertThat(packager.videoTime() - seen).isBetween(54_000L, 54_000L + 18_000 + 3_000);
    }

    private static List<Sample> sound(Part part) {
        Packed one = new Packed();
        one.onPart(part);
        return one.samples(FeedTracks.AAC);
    }

    @Test
    void theLastFrameOfAPartLastsUntilTheNextPart() {
        List<Sample> frames = Reel.random(4, 60).pack().samples(FeedTracks.VIDEO);
        for (int i = 1; i < frames.size(); i++) {
            assertThat(frames.get(i - 1).end()).isEqualTo(frames.get(i).decodeTime());
        }
    }

    @Test
    void samplesThatAreSentAgainChangeNothing() {
        Reel reel = Reel.random(5, 40);
        Packed once = reel.pack();
        Packed twice = new Packed();
        Packager packager = new Packager(twice);
        for (int i = 0; i < reel.shots.size(); i++) {
            for (Shot shot : reel.shots.subList(Math.max(0, i - 20), i + 1)) {
                packager.sample(shot.sample(), shot.first());
            }
        }
        packager.end();
        assertThat(prints(twice.parts)).isEqualTo(prints(once.parts));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fromEveryMarkTheSameBytesFollow(long seed) {
        Reel reel = Reel.random(seed, 40);
        Packed whole = reel.pack();
        int resumed = 0;
        for (int i = 0; i < reel.shots.size(); i++) {
            if (!reel.shots.get(i).first()) {
                continue;
            }
            int last = i;
            while (last + 1 < reel.shots.size() && !reel.shots.get(last + 1).first()) {
                last++;
            }
            Mark mark = whole.marks.get(last); // as it is stored: when the segment is complete
            if (mark.valid()) {
                resumed++;
                assertThat(prints(from(reel, i, mark).parts))
                        .isEqualTo(
                                prints(
                                        whole.parts.stream()
                                                .filter(part -> part.number() >= mark.number())
                                                .toList()));
            }
        }
        assertThat(resumed).isGreaterThan(5);
    }

    private static Packed from(Reel reel, int first, Mark mark) {
        Packed packed = new Packed();
        Packager packager = new Packager(packed);
        packager.resume(mark);
        reel.shots.subList(0, first).forEach(shot -> packager.soundBefore(shot.sample()));
        reel.shots
                .subList(first, reel.shots.size())
                .forEach(shot -> packager.sample(shot.sample(), shot.first()));
        packager.end();
        return packed;
    }

    /** What tells a part from any other, its bytes included. */
    private static List<String> prints(List<Part> parts) {
        return parts.stream()
                .map(part ->
                        part.number()
                                + "."
                                + part.index()
                                + " "
                                + part.start()
                                + " "
                                + java.util.Arrays.hashCode(part.bytes()))
                .toList();
    }

    private static List<Long> times(Packed packed) {
        return packed.samples(FeedTracks.VIDEO).stream().map(Sample::decodeTime).toList();
    }
}
