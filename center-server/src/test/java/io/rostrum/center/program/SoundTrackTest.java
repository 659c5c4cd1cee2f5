package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SoundTrackTest {
    private static final long MS = 1_000_000;
    private static final long START = 5_000 * MS;

    private final List<Float> heard = new ArrayList<>();
    private final SoundTrack track =
            new SoundTrack(
                    new SoundTrack.Encoder() {
                        @Override
                        public void encode(float[] pcm, Consumer<Sample> out) {
                            for (int i = 0; i < pcm.length; i += 2) {
                                heard.add(pcm[i]);
                            }
                        }

                        @Override
                        public void close() {}
                    },
                    sample -> {});

    private void tick(long ms, float value) {
        float[] pcm = new float[SoundTrack.TICK * 2];
        java.util.Arrays.fill(pcm, value);
        track.onTick(START + ms * MS, pcm);
    }

    private float at(long ms) {
        return heard.get((int) ms * 48);
    }

    @Test
    void ticksOfBeforeTheFirstPictureWaitAndAreCutToItsTime() {
        tick(0, 1);
        tick(20, 2);
        tick(40, 3);
        track.open(START + 30 * MS);
        tick(60, 4);
        assertThat(heard).hasSize(960 * 2);
        assertThat(at(0)).isEqualTo(2);
        assertThat(at(10)).isEqualTo(3);
        assertThat(at(30)).isEqualTo(4);
        assertThat(track.silence()).isZero();
    }

    @Test
    void aLateFirstTickIsPrecededBySilence() {
        track.open(START);
        tick(100, 1);
        tick(120, 1);
        assertThat(at(99)).isZero();
        assertThat(at(100)).isEqualTo(1);
    }

    @Test
    void aMissingTickBecomesSilence() {
        track.open(START);
        tick(0, 1);
        tick(20, 1);
        tick(80, 2);
        assertThat(heard).hasSize(960 * 5);
        assertThat(at(50)).isZero();
        assertThat(at(80)).isEqualTo(2);
    }

    @Test
    void aTickThatIsALittleOffIsTheNextOne() {
        track.open(START);
        tick(0, 1);
        tick(35, 2);
        tick(45, 3);
        assertThat(at(20)).isEqualTo(2);
        assertThat(at(40)).isEqualTo(3);
        assertThat(track.silence()).isZero();
    }

    @Test
    void whenTheMixStopsSilenceGoesOnAndLateTicksAreDropped() {
        track.open(START);
        tick(0, 1);
        for (long ms = 0; ms <= 1000; ms += 20) {
            track.tick(START + ms * MS);
        }
        int filled = heard.size();
        assertThat(filled).isGreaterThanOrEqualTo(960 * 25);
        tick(20, 2);
        assertThat(track.dropped()).isEqualTo(1);
        assertThat(heard).doesNotContain(2f);
        tick(1000, 3);
        assertThat(at(1000)).isEqualTo(3);
    }

    @Test
    void bothEncodersAreMovedBackByTheirPrimingAndLeaveNoHole() {
        List<Sample> out = new ArrayList<>();
        try (SoundEncoders encoders = new SoundEncoders(128_000, 96_000)) {
            for (int i = 0; i < 100; i++) {
                encoders.encode(new float[SoundTrack.TICK * 2], out::add);
            }
        }
        List<Sample> aac = out.stream().filter(s -> s.track() == FeedTracks.AAC).toList();
        List<Sample> opus = out.stream().filter(s -> s.track() == FeedTracks.OPUS).toList();
        assertThat(aac.getFirst().decodeTime()).isZero();
        assertThat(opus.getFirst().decodeTime()).isEqualTo(960 - 312);
        for (List<Sample> track : List.of(aac, opus)) {
            for (int i = 1; i < track.size(); i++) {
                assertThat(track.get(i).decodeTime()).isEqualTo(track.get(i - 1).end());
            }
        }
    }
}
