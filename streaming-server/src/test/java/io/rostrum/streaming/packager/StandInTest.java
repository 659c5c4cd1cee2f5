package io.rostrum.streaming.packager;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.packager.Reel.Packed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StandInTest {
    private static final long MS = 1_000_000;

    /** Any reading of a clock will do. */
    private static final long EPOCH = 77_000 * MS;

    private final Packed packed = new Packed();
    private final Packager packager = new Packager(packed);
    private final List<Sample> alongside = new ArrayList<>();
    private final StandIn standIn =
            new StandIn(
                    packager,
                    alongside::add,
                    new StandIn.Still(bytes("still"), bytes("silence")),
                    1000 * MS);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Frames and sound of some span, 30 a second, a key frame by name each two seconds. */
    private static List<Sample> feed(int fromMillis, int untilMillis) {
        List<Sample> samples = new ArrayList<>();
        for (int frame = (fromMillis * 3 + 99) / 100; frame * 100 / 3 < untilMillis; frame++) {
            boolean key = frame % 60 == 0;
            byte[] data = bytes(key ? "key " + frame / 30 : "f");
            samples.add(new Sample(FeedTracks.VIDEO, frame * 3000L, 3000, key, data));
        }
        for (long i = Math.ceilDiv(fromMillis * 48L, 1024L); i * 1024 < untilMillis * 48L; i++) {
            samples.add(new Sample(FeedTracks.AAC, i * 1024, 1024, true, bytes("s")));
        }
        samples.sort(Comparator.comparingLong(StandInTest::millis));
        return samples;
    }

    private static long millis(Sample sample) {
        return sample.decodeTime() / (sample.track() == FeedTracks.VIDEO ? 90 : 48);
    }

    private void give(Sample sample, long atMillis) {
        boolean first = sample.track() == FeedTracks.VIDEO && sample.key();
        standIn.sample(sample, first, EPOCH + atMillis * MS);
    }

    /** What comes as it is made. */
    private void live(int fromMillis, int untilMillis) {
        feed(fromMillis, untilMillis)
                .forEach(sample -> {
                    give(sample, millis(sample));
                    standIn.tick(EPOCH + millis(sample) * MS);
                });
    }

    private void nothing(int fromMillis, int untilMillis) {
        for (int at = fromMillis; at < untilMillis; at += 100) {
            standIn.tick(EPOCH + at * MS);
        }
    }

    private void whole() {
        packager.end();
        long end = 0;
        for (Part part : packed.parts) {
            assertThat(part.start()).as("%s follows the one before", part).isEqualTo(end);
            boolean mayBeShort = part.index() == 0 || part.end() == packed.parts.getLast().end();
            long least = mayBeShort ? 1 : 9000;
            assertThat(part.duration()).as("%s", part).isBetween(least, 2 * Cutter.PART_TARGET);
            end = part.end();
        }
        List<Sample> sound = packed.samples(FeedTracks.AAC);
        for (int i = 1; i < sound.size(); i++) {
            assertThat(sound.get(i).decodeTime() - sound.get(i - 1).decodeTime()).isEqualTo(1024);
        }
        assertThat(sound.getLast().end() / 48).isCloseTo(end / 90, within());
    }

    private static org.assertj.core.data.Offset<Long> within() {
        return org.assertj.core.data.Offset.offset(230L);
    }

    private static List<Long> times(List<Sample> samples) {
        return samples.stream().map(Sample::decodeTime).toList();
    }

    private List<Sample> shown(String picture) {
        return packed.samples(FeedTracks.VIDEO).stream()
                .filter(sample ->
                        new String(sample.data(), StandardCharsets.US_ASCII).equals(picture))
                .toList();
    }

    @Test
    void aFeedThatFlowsIsLeftAlone() {
        live(0, 10_000);
        whole();
        assertThat(shown("still")).isEmpty();
        assertThat(shown("key 4")).hasSize(1);
        assertThat(standIn.covering()).isFalse();
        assertThat(alongside).map(Sample::decodeTime).isEqualTo(times(feed(0, 10_000)));
    }

    @Test
    void aSecondOfNothingBringsTheLastKeyFrameAndThenTheStillPictureUpToNow() {
        live(0, 5000);
        nothing(5000, 5900);
        assertThat(standIn.covering()).isFalse();
        nothing(5900, 10_000);
        assertThat(standIn.covering()).isTrue();
        whole();
        assertThat(packed.parts.getLast().end() / 90).isBetween(9500L, 10_000L);
        assertThat(shown("key 4")).hasSizeBetween(14, 17);
        assertThat(shown("still")).hasSizeBetween(7, 10);
        List<Long> seen = times(alongside);
        assertThat(times(packed.samples(FeedTracks.VIDEO)))
                .as("everybody sees the same, but for what is dated back to a part's beginning")
                .allMatch(time -> seen.stream().anyMatch(at -> at >= time && at < time + 9000));
    }

    @Test
    void theProgramComesBackWithAKeyFrameAndItsBacklogIsNotShown() {
        live(0, 5000);
        nothing(5000, 9100);
        feed(5000, 9100).forEach(sample -> give(sample, 9100)); // what was kept comes at once
        assertThat(standIn.covering()).isTrue();
        live(9100, 14_000);
        assertThat(standIn.covering()).isFalse();
        whole();
        assertThat(shown("key 6")).isEmpty();
        assertThat(shown("key 8")).isEmpty();
        Sample back = shown("key 10").getFirst();
        assertThat(back.decodeTime()).isEqualTo(10_000 * 90);
        assertThat(packed.parts)
                .anyMatch(part -> part.start() == back.decodeTime() && part.independent());
    }

    @Test
    void viewersMayBeginWithinTwoSecondsWhileTheStillPictureShows() {
        live(0, 5000);
        nothing(5000, 60_000);
        whole();
        for (long number : packed.segments) {
            assertThat(packed.of(number).getFirst().independent()).isTrue();
            long length = packed.of(number).stream().mapToLong(Part::duration).sum();
            assertThat(Math.round(length / 90000.0))
                    .isLessThanOrEqualTo(LivePlaylist.TARGET_SECONDS);
        }
    }

    @Test
    void aFeedThatStaysLateIsShownLateRatherThanNever() {
        live(0, 5000);
        nothing(5000, 9000);
        for (Sample sample : feed(5000, 40_000)) { // four seconds late from now on
            give(sample, millis(sample) + 4000);
            standIn.tick(EPOCH + (millis(sample) + 4000) * MS);
        }
        assertThat(standIn.covering()).isFalse();
        whole();
    }

    @Test
    void aBreakShorterThanASecondIsNotSeen() {
        live(0, 5000);
        nothing(5000, 5800);
        feed(5000, 5800).forEach(sample -> give(sample, 5800));
        live(5800, 8000);
        whole();
        assertThat(shown("still")).isEmpty();
        assertThat(shown("key 4")).hasSize(1);
    }

    @Test
    void nothingIsMissingWhateverTheFeedDoes() {
        for (int seed = 0; seed < 200; seed++) {
            StandInTest one = new StandInTest();
            one.stumbles(new Random(seed));
            one.whole();
        }
    }

    /**
     * Breaks of all lengths; what was kept comes at once or never, the sound before the picture.
     */
    private void stumbles(Random random) {
        int at = 0;
        for (int i = 0; i < 10; i++) {
            int flows = at + random.nextInt(4000);
            live(at, flows);
            at = flows + random.nextInt(5000);
            nothing(flows, at);
            int from = random.nextBoolean() || at - flows < 1500 ? flows : at;
            long now = at;
            List<Sample> kept = feed(from, at);
            if (random.nextBoolean()) {
                kept.sort(Comparator.comparingInt(Sample::track).reversed());
            }
            kept.forEach(sample -> give(sample, now));
        }
    }
}
