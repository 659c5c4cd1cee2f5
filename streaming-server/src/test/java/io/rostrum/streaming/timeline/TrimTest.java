package io.rostrum.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a recording, whatever happens while it is cut. */
class TrimTest {
    private static final long GROUP = 180_000;
    private static final Extent MIDDLE = new Extent(2, 5);
    private static final Trim CUT = Trim.NONE.showing(MIDDLE);

    @TempDir Path root;
    private SessionFolder folder;

    @BeforeEach
    void record() throws IOException {
        Instant start = Instant.parse("2026-11-20T10:00:00Z");
        try (DataDirectory data = DataDirectory.open(root)) {
            folder =
                    data.create(
                            new Session(
                                    new Id("s"),
                                    new Id("r"),
                                    "T",
                                    "Ana",
                                    start,
                                    start.plusSeconds(16),
                                    null,
                                    Visibility.PUBLIC));
        }
        try (SampleLog log = folder.write()) {
            for (int i = 0; i < 8; i++) {
                log.append(segment(i));
                log.commit(i * GROUP, (i + 1) * GROUP, Mark.NONE);
            }
        }
    }

    /** A key frame, sound that began a little before it, one more picture, sound. */
    private static List<Sample> segment(int i) {
        byte[] data = new byte[50 + i];
        Arrays.fill(data, (byte) i);
        long time = i * GROUP;
        long sound = Math.max(0, time * 48 / 90 - 500);
        return List.of(
                new Sample(FeedTracks.VIDEO, time, 90_000, true, data),
                new Sample(FeedTracks.AAC, sound, 1024, true, new byte[] {1, (byte) i}),
                new Sample(FeedTracks.VIDEO, time + 90_000, 90_000, false, new byte[] {2}),
                new Sample(FeedTracks.AAC, sound + 1024, 1024, true, new byte[] {3, (byte) i}));
    }

    private static List<String> read(SessionFolder folder) throws IOException {
        try (SampleLog log = folder.read()) {
            return read(log);
        }
    }

    private static List<String> read(SampleLog log) throws IOException {
        List<String> all = new ArrayList<>();
        for (Segment segment : log.segments()) {
            log.read(
                    segment,
                    (sample, at) ->
                            all.add(
                                    sample.track()
                                            + " "
                                            + sample.decodeTime()
                                            + " "
                                            + at
                                            + " "
                                            + Arrays.hashCode(sample.data())));
        }
        return all;
    }

    private SessionFolder middle() {
        return folder.showing(MIDDLE);
    }

    @Test
    void whatIsLeftBeginsAtZeroWithAKeyFrame() throws IOException {
        folder.save(CUT);
        try (SampleLog log = middle().read()) {
            assertThat(log.segments())
                    .extracting(Segment::start)
                    .containsExactly(0L, GROUP, 2 * GROUP);
            assertThat(log.begins()).isEqualTo(2 * GROUP);
            List<Sample> first = new ArrayList<>();
            log.read(log.segments().getFirst(), (sample, at) -> first.add(sample));
            assertThat(first.getFirst().key()).isTrue();
            assertThat(first.getFirst().data()).hasSize(52).containsOnly(2);
            assertThat(first).extracting(Sample::decodeTime).containsExactly(0L, 90_000L, 524L);
        }
    }

    @Test
    void itsBytesAreThoseOfItsSamplesAndNothingElse() throws IOException {
        folder.save(CUT);
        try (SampleLog log = middle().read()) {
            byte[] all = log.bytes(0, (int) log.samplesSize());
            Segment first = log.segments().getFirst();
            log.read(
                    first,
                    (sample, at) ->
                            assertThat(
                                            Arrays.copyOfRange(
                                                    all, (int) at, (int) at + sample.data().length))
                                    .isEqualTo(sample.data()));
            for (int cut : List.of(0, 1, 5, 6, 7)) {
                byte[] gone = new byte[50];
                Arrays.fill(gone, (byte) cut);
                assertThat(new String(all, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(
                                new String(gone, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void takenBackItIsAsItWas() throws IOException {
        List<String> before = read(folder);
        folder.save(CUT);
        folder.save(folder.trim().showing(folder.trim().kept()));
        assertThat(folder.trim()).isEqualTo(Trim.NONE);
        assertThat(folder.has("trim.json")).isFalse();
        assertThat(read(folder)).isEqualTo(before);
    }

    @Test
    void erasedForGoodItIsReadAsBeforeAndTakesLessRoom() throws IOException {
        folder.save(CUT);
        List<String> before = read(middle());
        long size = Files.size(folder.samples());
        folder.save(CUT.erases());
        folder.erase();
        folder.save(folder.trim().erased());
        assertThat(read(middle())).isEqualTo(before);
        assertThat(Files.size(folder.samples())).isLessThan(size / 2);
        assertThat(folder.trim().hides()).isFalse();
    }

    @Test
    void itCanBeCutOnceMoreAfterThat() throws IOException {
        erasedForGoodItIsReadAsBeforeAndTakesLessRoom();
        Extent one = new Extent(3, 4);
        List<String> whole = read(middle());
        Trim again = folder.trim().showing(one);
        folder.save(again);
        assertThat(read(folder.showing(one))).hasSize(3); // sound of before is left out
        folder.save(again.showing(again.kept()));
        assertThat(read(middle())).isEqualTo(whole);
        folder.save(again.erases());
        List<String> before = read(folder.showing(one));
        folder.erase();
        folder.save(folder.trim().erased());
        assertThat(read(folder.showing(one))).isEqualTo(before);
    }

    @Test
    void aCrashAtAnyByteOfTheCutLeavesTheOldOneOrTheNewOne() throws IOException {
        byte[] fresh = TrimFile.bytes(CUT);
        for (int length = 0; length <= fresh.length; length++) {
            Path half = folder.path().resolve(TrimFile.NAME + ".new");
            Files.write(half, Arrays.copyOf(fresh, length));
            assertThat(folder.trim()).isEqualTo(Trim.NONE);
            folder.tidy();
            assertThat(half).doesNotExist();
            assertThat(read(folder)).hasSize(32);
        }
        folder.save(CUT);
        assertThat(folder.trim()).isEqualTo(CUT);
    }

    @Test
    void aCrashAtAnyByteOfErasingIsMadeGoodByTheNextStart() throws IOException {
        folder.save(CUT);
        List<String> before = read(middle());
        byte[] left;
        try (SampleLog log = middle().read()) {
            left = log.bytes(0, (int) log.samplesSize());
        }
        byte[] all = Files.readAllBytes(folder.samples());
        for (int length = 0; length <= left.length; length += length < 90 ? 1 : 7) {
            Files.write(folder.samples(), all);
            folder.save(CUT.erases());
            Files.write(
                    folder.path().resolve(SampleLog.SAMPLES + ".new"), Arrays.copyOf(left, length));
            assertThat(read(middle())).isEqualTo(before);
            restart();
            assertThat(folder.trim()).isEqualTo(CUT.erased());
            assertThat(Files.readAllBytes(folder.samples())).isEqualTo(left);
            assertThat(read(middle())).isEqualTo(before);
        }
    }

    /** As recordings are loaded and prepared. */
    private void restart() throws IOException {
        folder.tidy();
        folder.erase();
        folder.save(folder.trim().erased());
    }

    @Test
    void aCrashBetweenTheFileAndItsNoteIsMadeGoodToo() throws IOException {
        folder.save(CUT);
        List<String> before = read(middle());
        folder.save(CUT.erases());
        folder.erase();
        assertThat(read(middle())).isEqualTo(before);
        restart();
        assertThat(read(middle())).isEqualTo(before);
        assertThat(folder.trim()).isEqualTo(CUT.erased());
    }

    @Test
    void whereOnlyTheEndIsCutErasingShortensTheFileToo() throws IOException {
        Extent front = new Extent(0, 3);
        folder.save(Trim.NONE.showing(front));
        List<String> before = read(folder.showing(front));
        folder.save(folder.trim().erases());
        folder.erase();
        folder.save(folder.trim().erased());
        assertThat(read(folder.showing(front))).isEqualTo(before);
        try (SampleLog log = folder.showing(front).read()) {
            assertThat(Files.size(folder.samples())).isEqualTo(log.samplesSize());
        }
    }

    @Test
    void whoReadsMeanwhileReadsOn() throws IOException {
        List<String> all = read(folder);
        try (SampleLog log = folder.read()) {
            folder.save(CUT.erases());
            folder.erase();
            folder.save(folder.trim().erased());
            assertThat(read(log)).isEqualTo(all);
        }
    }

    @Test
    void whoComesLateWithAnOldViewGetsWhatIsLeftAndNeverAnotherByte() throws IOException {
        List<String> all = read(folder);
        folder.save(CUT.erases());
        folder.erase();
        folder.save(folder.trim().erased());
        try (SampleLog log = folder.read()) {
            List<String> some = new ArrayList<>();
            for (Segment segment : log.segments()) {
                if (MIDDLE.has(segment.number())) {
                    log.read(segment, (sample, at) -> some.add(sample.decodeTime() + " " + at));
                } else {
                    assertThatIOException().isThrownBy(() -> log.read(segment, (s, at) -> {}));
                }
            }
            assertThat(some).hasSize(12);
            assertThat(all.stream().map(one -> one.split(" ")).map(one -> one[1] + " " + one[2]))
                    .containsAll(some);
        }
    }

    @Test
    void aCutThatCannotBeReadShowsNothing() throws IOException {
        folder.save(CUT);
        Files.writeString(folder.path().resolve(TrimFile.NAME), "{\"from\":2}");
        assertThatIOException().isThrownBy(folder::trim);
        assertThatIOException().isThrownBy(() -> read(folder));
    }

    @Test
    void whatIsMadeOfOnePartIsNotTakenForThatOfAnother() throws IOException {
        folder.write("thumbnail.jpg", new byte[] {1});
        folder.write("storyboard-0.jpg", new byte[] {1});
        assertThat(middle().read("thumbnail.jpg")).isEmpty();
        middle().write("thumbnail.jpg", new byte[] {2});
        middle().write("session.json", new byte[] {3});
        assertThat(folder.read("thumbnail.jpg")).contains(new byte[] {1});
        assertThat(folder.read("session.json")).contains(new byte[] {3});
        middle().tidyMade();
        assertThat(middle().read("thumbnail.jpg")).contains(new byte[] {2});
        assertThat(folder.has("thumbnail.jpg")).isFalse();
        assertThat(folder.has("storyboard-0.jpg")).isFalse();
        assertThat(folder.has("session.json")).isTrue();
    }

    @Test
    void nothingIsShownThatIsNotKept() {
        assertThatThrownBy(() -> new Trim(MIDDLE, new Extent(3, 9), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Extent(5, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesAndChaptersAreThoseOfWhatIsLeft() {
        Takes takes =
                Takes.NONE
                        .with(new Take(0, "A"))
                        .with(new Take(GROUP, "B"))
                        .with(new Take(4 * GROUP, "C"));
        assertThat(takes.spans(2 * GROUP, 3 * GROUP))
                .containsExactly(new Span("B", 0, 2 * GROUP), new Span("C", 2 * GROUP, 3 * GROUP));
        Headings headings =
                new Headings(
                        List.of(
                                new Heading(6 * GROUP, "late"),
                                new Heading(GROUP, "one"),
                                new Heading(3 * GROUP, "two")));
        assertThat(headings.spans(2 * GROUP, 3 * GROUP))
                .containsExactly(new Span("one", 0, GROUP), new Span("two", GROUP, 3 * GROUP));
        Headings other =
                headings.with(List.of(new Heading(2 * GROUP, "new")), 2 * GROUP, 3 * GROUP);
        assertThat(other.all()).extracting(Heading::title).containsExactly("one", "new", "late");
        assertThat(Headings.of(other.toJson())).isEqualTo(other);
    }

    @Test
    void theLayerTellsOfWhatWasBeforeOnlyWhatStillHolds() {
        Layer layer =
                Layer.of(
                        Takes.NONE.with(new Take(0, "A")).with(new Take(3 * GROUP, "B")),
                        List.of(
                                new LayerEvent(0, new Shown.Names(true)),
                                new LayerEvent(10, new Shown.Question("cut out", "X")),
                                new LayerEvent(GROUP, new Shown.Question("", "")),
                                new LayerEvent(4 * GROUP, new Shown.Clock(true)),
                                new LayerEvent(6 * GROUP, new Shown.Logo("late"))));
        Layer left = layer.within(2 * GROUP, 3 * GROUP);
        assertThat(left.all())
                .contains(
                        new LayerEvent(0, new Shown.Picture("A")),
                        new LayerEvent(GROUP, new Shown.Picture("B")),
                        new LayerEvent(0, new Shown.Names(true)),
                        new LayerEvent(2 * GROUP, new Shown.Clock(true)));
        assertThat(left.toString()).doesNotContain("cut out").doesNotContain("late");
    }
}
