package io.rostrum.protocol.cmaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitTest {
    private static final byte[] BASELINE = HexFormat.of().parseHex("6742c01fd9005005bb011000");
    private static final byte[] HIGH = HexFormat.of().parseHex("6764001facd9405005bb0110");
    private static final byte[] PPS = HexFormat.of().parseHex("68cb83cb20");

    static final Track VIDEO = new Track.Video(1, AvcConfig.of(BASELINE, PPS));

    static Stream<InitSegment> table() {
        return Stream.of(
                InitSegment.of(VIDEO),
                InitSegment.of(new Track.Video(9, 1000, AvcConfig.of(HIGH, PPS))),
                InitSegment.of(Track.Aac.stereo(2)),
                InitSegment.of(Track.Opus.stereo(3)),
                InitSegment.of(VIDEO, Track.Aac.stereo(2)),
                InitSegment.of(VIDEO, Track.Aac.stereo(2), Track.Opus.stereo(3)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void whatIsWrittenIsReadAgain(InitSegment init) throws Exception {
        assertThat(InitSegment.read(init.bytes())).usingRecursiveComparison().isEqualTo(init);
    }

    @Test
    void codecsAreNamedAsPlaylistsWantThem() {
        InitSegment init = InitSegment.of(VIDEO, Track.Aac.stereo(2), Track.Opus.stereo(3));
        assertThat(init.tracks())
                .extracting(Track::codec)
                .containsExactly("avc3.42c01f", "mp4a.40.2", "opus");
    }

    @Test
    void aSubsetKeepsItsIds() throws Exception {
        InitSegment all = InitSegment.of(VIDEO, Track.Aac.stereo(2), Track.Opus.stereo(3));
        assertThat(InitSegment.read(all.only(Set.of(1, 2)).bytes()).tracks())
                .extracting(Track::id)
                .containsExactly(1, 2);
    }

    @Test
    void twoTracksOfOneIdAreRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> InitSegment.of(Track.Aac.stereo(2), Track.Opus.stereo(2)));
    }

    @Test
    void pictureSizeInTheTrackHeaderIsZero() throws Exception {
        byte[] bytes = InitSegment.of(VIDEO).bytes();
        BoxReader tkhd =
                BoxReader.run(bytes, 0, bytes.length).first("moov", 0).down("trak", "tkhd");
        assertThat(tkhd.u32(76)).isZero();
        assertThat(tkhd.u32(80)).isZero();
        assertThat(tkhd.length()).isEqualTo(84);
    }

    @Test
    void everyTruncatedInitIsRefused() {
        byte[] bytes = InitSegment.of(VIDEO, Track.Aac.stereo(2)).bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(CmafException.class).isThrownBy(() -> InitSegment.read(cut));
        }
    }
}
