package io.rostrum.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AacTest {
    @Test
    void theConfigurationSaysLowComplexity48kStereo() {
        try (AacEncoder encoder = new AacEncoder(128_000)) {
            // ISO/IEC 14496-3: object type 2, frequency index 3, channel configuration 2.
            assertThat(encoder.audioSpecificConfig()).startsWith(0x11, 0x90);
        }
    }

    @Test
    void framesAreRawAndFollowEachOther() {
        List<byte[]> frames = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        try (AacEncoder encoder = new AacEncoder(128_000)) {
            for (int i = 0; i < 64; i++) {
                float[] pcm = new float[2 * 960];
                Tones.add(pcm, 2, 440, 0.3, i * 960L);
                encoder.encode(
                        pcm,
                        0,
                        960,
                        (frame, pts) -> {
                            frames.add(frame);
                            times.add(pts);
                        });
            }
        }
        assertThat(times).hasSizeGreaterThan(57);
        assertThat(times.get(0)).isEqualTo(-1024);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1)).isEqualTo(1024);
        }
        assertThat(frames).allMatch(f -> f.length < 2 || (f[0] & 0xFF) != 0xFF);
    }

    /** A step of silence to tone must come out where the pts say. */
    @Test
    void soundComesOutWhereItsPtsSay() {
        long start = 24_000;
        float[] heard = new float[96_000];
        try (AacEncoder encoder = new AacEncoder(160_000);
                AacDecoder decoder = new AacDecoder(encoder.audioSpecificConfig())) {
            for (int i = 0; i < 90; i++) {
                float[] pcm = new float[2 * 960];
                Tones.add(pcm, 2, 1000, i * 960L >= start ? 0.5 : 0, i * 960L - start);
                encoder.encode(
                        pcm,
                        0,
                        960,
                        (frame, pts) -> place(Tones.left(decoder.decode(frame)), pts, heard));
            }
        }
        int onset = 0;
        while (Math.abs(heard[onset]) < 0.25) {
            onset++;
        }
        assertThat(onset).isBetween((int) start - 60, (int) start + 60);
        assertThat(Tones.amplitude(heard, 30_000, 30_000, 1000)).isBetween(0.45, 0.55);
    }

    /**
     * Somebody with a stereo microphone speaks for a while; the sides are alike before and after.
     */
    @Test
    void changingBetweenOneSideAndTwoIsNotHeard() {
        int ticks = 350;
        float[] pcm = new float[ticks * 2 * 960];
        Tones.add(pcm, 2, 440, 0.3, 0);
        float[] guest = new float[100 * 960];
        Tones.add(guest, 1, 1250, 0.2, 0);
        for (int i = 0; i < guest.length; i++) {
            pcm[2 * (100 * 960 + i)] += guest[i];
        }
        float[] left = new float[ticks * 960];
        float[] right = new float[ticks * 960];
        int[] alike = new int[1];
        try (AacEncoder encoder = new AacEncoder(128_000);
                AacDecoder decoder = new AacDecoder(encoder.audioSpecificConfig())) {
            AacEncoder.Sink sink =
                    (frame, pts) -> {
                        float[] heard = decoder.decode(frame);
                        place(Tones.left(heard), pts, left);
                        place(Tones.right(heard), pts, right);
                        alike[0] += Arrays.equals(Tones.left(heard), Tones.right(heard)) ? 1 : 0;
                    };
            for (int i = 0; i < ticks; i++) {
                encoder.encode(pcm, i * 2 * 960, 960, sink);
            }
        }
        assertThat(alike[0]).as("frames coded as one").isBetween(150, 230);
        for (int from = 4096; from < left.length - 4096; from += 480) {
            int second = from / 480;
            assertThat(Voice.signalToNoise(Tones.left(pcm), left, from, 480))
                    .as("left, 10 ms number %d", second)
                    .isGreaterThan(20);
            assertThat(Voice.signalToNoise(Tones.right(pcm), right, from, 480))
                    .as("right, 10 ms number %d", second)
                    .isGreaterThan(20);
        }
    }

    @Test
    void aMalformedFrameGivesNothing() {
        try (AacEncoder encoder = new AacEncoder(128_000);
                AacDecoder decoder = new AacDecoder(encoder.audioSpecificConfig())) {
            assertThat(decoder.decode(new byte[] {(byte) 0xFF, 1, 2, 3})).isEmpty();
            assertThat(decoder.decode(new byte[0])).isEmpty();
        }
    }

    private static void place(float[] pcm, long pts, float[] target) {
        for (int i = 0; i < pcm.length; i++) {
            long at = pts + i;
            if (at >= 0 && at < target.length) {
                target[(int) at] = pcm[i];
            }
        }
    }
}
