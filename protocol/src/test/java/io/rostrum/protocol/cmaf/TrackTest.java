package io.rostrum.protocol.cmaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TrackTest {
    private static final AvcConfig AVC =
            AvcConfig.of(HexFormat.of().parseHex("67640028"), new byte[] {0x68});

    @Test
    void codecsAreNamedAsRfc6381HasIt() {
        assertThat(new Track.Video(1, AVC).codec()).isEqualTo("avc3.640028");
        assertThat(Track.Aac.stereo(2).codec()).isEqualTo("mp4a.40.2");
        assertThat(new Track.Aac(2, 48000, 2, new byte[] {0x2B, 0x09}).codec())
                .isEqualTo("mp4a.40.5");
        assertThat(Track.Opus.stereo(3).codec()).isEqualTo("opus");
    }

    @Test
    void eachHasTheTimeScaleOfTheFeed() {
        assertThat(new Track.Video(1, AVC).timescale()).isEqualTo(90_000);
        assertThat(Track.Aac.stereo(2).timescale()).isEqualTo(48_000);
        assertThat(Track.Opus.stereo(3).timescale()).isEqualTo(48_000);
    }

    @Test
    void tracksThatCannotBeAreRefused() {
        byte[] config = {0x11, (byte) 0x90};
        assertThatIllegalArgumentException().isThrownBy(() -> new Track.Video(0, AVC));
        assertThatIllegalArgumentException().isThrownBy(() -> new Track.Video(1, 0, AVC));
        assertThatIllegalArgumentException().isThrownBy(() -> new Track.Aac(2, 96_000, 2, config));
        assertThatIllegalArgumentException().isThrownBy(() -> new Track.Aac(2, 48_000, 0, config));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Track.Aac(2, 48_000, 2, new byte[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Track.Aac(2, 48_000, 2, new byte[65]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Track.Opus(3, 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Track.Opus(3, 2, 0x10000));
    }

    @Test
    void aSampleKeepsToTimesThatCanBeAdded() {
        byte[] data = new byte[1];
        Sample last = new Sample(1, Sample.MAX_TIME, 0xFFFF_FFFFL, true, data);
        assertThat(last.end()).isEqualTo(Sample.MAX_TIME + 0xFFFF_FFFFL).isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(0, 0, 1, true, data));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(1, -1, 1, true, data));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sample(1, Sample.MAX_TIME + 1, 1, true, data));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(1, 0, -1, true, data));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sample(1, 0, 1L << 32, true, data));
    }
}
