package io.rostrum.protocol.cmaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FragmentTest {
    private static Sample sample(int track, long time, long duration, boolean key, String data) {
        return new Sample(track, time, duration, key, data.getBytes(StandardCharsets.UTF_8));
    }

    /** What goes in and comes out again, both ways. */
    static Stream<List<Sample>> table() {
        return Stream.of(
                List.of(sample(1, 0, 3000, true, "key frame")),
                List.of(sample(1, 90000, 3000, false, "p")),
                List.of(sample(3, Sample.MAX_TIME, 960, true, "")),
                List.of(sample(2, 0, 1024, true, "a"), sample(2, 1024, 1024, true, "bc")),
                List.of(
                        sample(1, 0, 3000, true, "v1"),
                        sample(1, 3000, 4000, false, "v2"),
                        sample(2, 10, 1024, true, "a1"),
                        sample(2, 1034, 1024, true, "a2")));
    }

    @ParameterizedTest
    @MethodSource("table")
    void whatIsWrittenIsReadAgain(List<Sample> samples) throws Exception {
        assertThat(read(FragmentWriter.write(7, samples), 1 << 20))
                .usingRecursiveComparison()
                .isEqualTo(samples);
    }

    @ParameterizedTest
    @MethodSource("table")
    void theSameComesOutOfSingleBytes(List<Sample> samples) throws Exception {
        assertThat(read(FragmentWriter.write(7, samples), 1))
                .usingRecursiveComparison()
                .isEqualTo(samples);
    }

    @Test
    void samplesThatAreMixedComeOutTrackAfterTrack() throws Exception {
        Sample sound = sample(2, 0, 1024, true, "a");
        Sample picture = sample(1, 0, 3000, true, "v");
        assertThat(read(FragmentWriter.write(1, List.of(sound, picture)), 100))
                .extracting(Sample::track)
                .containsExactly(1, 2);
    }

    @Test
    void aSampleLastsUntilTheNextOfItsTrack() throws Exception {
        byte[] bytes =
                FragmentWriter.write(
                        1, List.of(sample(1, 0, 1, true, "v"), sample(1, 500, 9, false, "w")));
        assertThat(read(bytes, 100)).extracting(Sample::duration).containsExactly(500L, 9L);
    }

    @Test
    void timesThatGoBackAreABugOfTheCaller() {
        List<Sample> samples = List.of(sample(1, 500, 1, true, "v"), sample(1, 0, 9, false, "w"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> FragmentWriter.write(1, samples));
    }

    @Test
    void anInitAndAStypBeforeAreSkipped() throws Exception {
        byte[] init = InitSegment.of(Track.Aac.stereo(2)).bytes();
        byte[] styp = {0, 0, 0, 12, 's', 't', 'y', 'p', 'm', 's', 'd', 'h'};
        List<Sample> out = new ArrayList<>();
        FragmentReader reader = new FragmentReader();
        reader.read(init, out::add);
        reader.read(styp, out::add);
        reader.read(FragmentWriter.write(1, sample(2, 0, 1024, true, "a")), out::add);
        assertThat(out).hasSize(1);
        assertThat(reader.atBoundary()).isTrue();
    }

    @Test
    void aCutFragmentIsNoBoundary() throws Exception {
        byte[] bytes = FragmentWriter.write(1, sample(2, 0, 1024, true, "a"));
        for (int cut = 1; cut < bytes.length; cut++) {
            FragmentReader reader = new FragmentReader();
            reader.read(bytes, 0, cut, sample -> {});
            assertThat(reader.atBoundary()).as("cut at %d", cut).isFalse();
            reader.read(bytes, cut, bytes.length - cut, sample -> {});
            assertThat(reader.atBoundary()).isTrue();
        }
    }

    @Test
    void manyFragmentsInAnyCutComeOutWhole() throws Exception {
        Random random = new Random(1);
        FragmentReader reader = new FragmentReader();
        List<Sample> out = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] data = new byte[random.nextInt(20_000)];
            byte[] bytes =
                    FragmentWriter.write(i, new Sample(1, i * 3000L, 3000, i % 50 == 0, data));
            for (int at = 0; at < bytes.length; ) {
                int count = Math.min(bytes.length - at, 1 + random.nextInt(6000));
                reader.read(bytes, at, count, out::add);
                at += count;
            }
        }
        assertThat(out).hasSize(300);
        assertThat(out.get(299).decodeTime()).isEqualTo(299 * 3000L);
    }

    @Test
    void garbageIsRefusedInWordsAndStaysRefused() {
        FragmentReader reader = new FragmentReader();
        byte[] garbage = "GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(CmafException.class)
                    .isThrownBy(() -> reader.read(garbage, sample -> {}))
                    .withMessageContaining("has no place in a feed");
        }
    }

    @Test
    void aBoxThatClaimsTooMuchIsRefusedBeforeItsBytesCome() {
        byte[] header = {0x7F, 0, 0, 0, 'm', 'o', 'o', 'f'};
        assertThatExceptionOfType(CmafException.class)
                .isThrownBy(() -> new FragmentReader().read(header, sample -> {}))
                .withMessageContaining("limit 1048576");
    }

    @Test
    void samplesThatShareBytesAreRefused() {
        byte[] bytes =
                FragmentWriter.write(
                        1, List.of(sample(1, 0, 1, true, "abcd"), sample(1, 1, 1, true, "")));
        // the second run entry's size: 12 bytes per entry, then the mdat of 12
        bytes[bytes.length - 12 - 5] = 4;
        assertThatExceptionOfType(CmafException.class)
                .isThrownBy(() -> new FragmentReader().read(bytes, sample -> {}))
                .withMessageContaining("outside");
    }

    private static List<Sample> read(byte[] bytes, int step) throws CmafException {
        List<Sample> out = new ArrayList<>();
        FragmentReader reader = new FragmentReader();
        for (int at = 0; at < bytes.length; at += step) {
            reader.read(bytes, at, Math.min(step, bytes.length - at), out::add);
        }
        assertThat(reader.atBoundary()).isTrue();
        return out;
    }

    @Test
    void aFragmentOfNothingIsAMoofWithItsNumberAndAnEmptyMdat() {
        byte[] empty = FragmentWriter.empty(7);
        java.nio.ByteBuffer boxes = java.nio.ByteBuffer.wrap(empty);

        assertThat(boxes.getInt(0)).isEqualTo(24);
        assertThat(new String(empty, 4, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("moof");
        assertThat(boxes.getInt(20)).isEqualTo(7);
        assertThat(boxes.getInt(24)).isEqualTo(8).isEqualTo(empty.length - 24);
        assertThat(new String(empty, 28, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("mdat");
    }
}
