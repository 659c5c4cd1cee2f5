package io.rostrum.streaming.packager;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a program that is cut between unlike sources. */
class CodecsTest {
    private static final byte[] BASELINE = bytes("6742e01fd9005005bb011000");
    private static final byte[] OTHER_BASELINE = bytes("6742c028d9005005bb011000");
    private static final byte[] HIGH = bytes("6764001facd9405005bb0110");
    private static final byte[] PPS = bytes("68cb83cb20");
    private static final byte[] SLICE = bytes("6588840000");

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static Codecs begunWith(byte[] sps) {
        return Codecs.of(FeedTracks.init(AvcConfig.of(sps, PPS)).bytes());
    }

    private static byte[] keyFrame(byte[] sps) {
        return NalUnits.join(List.of(sps, PPS, SLICE));
    }

    @Test
    void atFirstItIsWhatTheHeaderSays() {
        assertThat(begunWith(BASELINE).text()).isEqualTo("avc3.42e01f,mp4a.40.2");
    }

    @Test
    void theHighestProfileCountsWithItsOwnConstraints() {
        assertThat(begunWith(BASELINE).seeing(keyFrame(HIGH)).text())
                .isEqualTo("avc3.64001f,mp4a.40.2");
        assertThat(begunWith(HIGH).seeing(keyFrame(BASELINE)).text())
                .isEqualTo("avc3.64001f,mp4a.40.2");
    }

    @Test
    void theHighestLevelCountsOfWhicheverProfile() {
        assertThat(begunWith(HIGH).seeing(keyFrame(OTHER_BASELINE)).text())
                .isEqualTo("avc3.640028,mp4a.40.2");
    }

    @Test
    void onlyWhatAllTakesOfAProfileKeepIsPromised() {
        assertThat(begunWith(BASELINE).seeing(keyFrame(OTHER_BASELINE)).text())
                .isEqualTo("avc3.42c028,mp4a.40.2");
    }

    @Test
    void aFrameThatCannotBeReadChangesNothing() {
        Codecs before = begunWith(BASELINE);
        assertThat(before.seeing(bytes("ffffffff00"))).isEqualTo(before);
        assertThat(before.seeing(keyFrame(bytes("6764")))).isEqualTo(before);
    }
}
