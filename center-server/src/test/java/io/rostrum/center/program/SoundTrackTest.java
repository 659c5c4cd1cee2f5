package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoundTrackTest {
    private static final long MS = 1_000_000;
    private static final long START = 5_000 * MS;

    private final List<Float> heard = new ArrayList<>();
    private final List<Sample> opus = new ArrayList<>();
    private final SoundTrack track =
            new SoundTrack(
                    (stereo, from, count, out) -> {
                        for (int i = 0; i < count; i++) {
                            heard.add(stereo[(from + i) * 2]);
                        }
                    },
                    opus::add,
                    0);

    private void tick(long ms, float value) {
        track.onTick(new SoundTrack.Tick(START + ms * MS, pcm(value), new byte[] {(byte) value}));
    }

    private static float[] pcm(float value) {
        float[] pcm = new float[SoundTrack.TICK * 2];
        java.util.Arrays.fill(pcm, value);
        return pcm;
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
        assertThat(heard).hasSize(50 * 48);
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
        tick(29, 2);
        tick(33, 3);
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
    void soundAfterSilenceIsWhereItBelongs() {
        track.open(START);
        tick(0, 1);
        track.tick(START + 1013 * MS);
        for (long ms = 20; ms <= 1000; ms += 20) {
            tick(ms, 3);
        }
        int back = heard.indexOf(3f);
        assertThat(back % SoundTrack.TICK).isZero();
        assertThat(heard).hasSize(1020 * 48);
    }

    @Test
    void opusHasNoHoleWhateverIsMissing() {
        track.open(START + 7 * MS);
        tick(0, 1);
        tick(20, 2);
        tick(95, 3);
        tick(115, 4);
        tick(300, 5);
        assertThat(opus.getFirst().decodeTime()).isEqualTo(20 * 48 - 7 * 48 - 312);
        assertThat(opus).extracting(sample -> sample.data()[0]).contains((byte) 2, (byte) 5);
        for (int i = 1; i < opus.size(); i++) {
            assertThat(opus.get(i).decodeTime()).isEqualTo(opus.get(i - 1).end());
        }
        assertThat(opus.getLast().decodeTime()).isEqualTo(300 * 48 - 7 * 48 - 312);
    }

    @Test
    void aacBeginsAtZeroAndHasNoHole() {
        List<Sample> frames = new ArrayList<>();
        try (AacSound aac = new AacSound(128_000, 0)) {
            for (int i = 0; i < 100; i++) {
                aac.encode(pcm(0), 0, SoundTrack.TICK, frames::add);
            }
        }
        assertThat(frames.getFirst().decodeTime()).isZero();
        for (int i = 1; i < frames.size(); i++) {
            assertThat(frames.get(i).decodeTime()).isEqualTo(frames.get(i - 1).end());
        }
    }

    @Test
    void aTrackOfBeforeGoesOnWithSilenceFromWhereItBrokeOff() {
        SoundTrack later =
                new SoundTrack(
                        (stereo, from, count, out) -> {
                            for (int i = 0; i < count; i++) {
                                heard.add(stereo[(from + i) * 2]);
                            }
                        },
                        opus::add,
                        48_000);
        later.open(START - 3000 * MS);
        later.onTick(new SoundTrack.Tick(START, pcm(5), new byte[] {5}));
        assertThat(heard).hasSize(2020 * 48);
        assertThat(at(1999)).isZero();
        assertThat(at(2001)).isEqualTo(5);
        assertThat(opus.getFirst().decodeTime()).isEqualTo(48_000 - 312);
        assertThat(opus.getLast().decodeTime()).isEqualTo(3 * 48_000 - 312);
    }

    @Test
    void aacGoesOnWhereItIsTold() {
        List<Sample> frames = new ArrayList<>();
        try (AacSound aac = new AacSound(128_000, 10_240)) {
            for (int i = 0; i < 10; i++) {
                aac.encode(pcm(0), 0, SoundTrack.TICK, frames::add);
            }
        }
        assertThat(frames.getFirst().decodeTime()).isEqualTo(10_240);
    }
}
