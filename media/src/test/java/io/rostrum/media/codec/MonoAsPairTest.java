package io.rostrum.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MonoAsPairTest {
    private static final int FRAMES = 120;
    private static final int EIGHT_SHORT = 2;

    /** A voice, with claps between its words, and a second of nothing. */
    private static float[] sound() {
        float[] pcm = new float[FRAMES * AacEncoder.FRAME];
        Random random = new Random(11);
        for (int i = 0; i < pcm.length - 48_000; i += 960) {
            System.arraycopy(
                    Voice.frame(i / 960), 0, pcm, i, Math.min(960, pcm.length - 48_000 - i));
        }
        for (int clap = 9_000; clap < pcm.length - 50_000; clap += 14_321) {
            for (int i = 0; i < 400; i++) {
                pcm[clap + i] += (float) (0.4 * random.nextGaussian() * Math.exp(-i / 80.0));
            }
        }
        return pcm;
    }

    @Test
    void bothSidesAreTheSoundThatWasCodedOnce() {
        float[] original = sound();
        int shorts = 0;
        try (AacCoder coder = AacCoder.mono(112_000);
                AacEncoder whole = new AacEncoder(128_000);
                AacDecoder decoder = new AacDecoder(whole.audioSpecificConfig())) {
            for (int n = 0; n < FRAMES; n++) {
                byte[] mono = coder.encode(frame(original, n));
                if (mono == null) {
                    continue;
                }
                byte[] pair = MonoAsPair.of(mono);
                // ISO/IEC 14496-3 table 4.6: behind id, tag, common_window and a reserved bit
                shorts += (pair[1] >> 5 & 3) == EIGHT_SHORT ? 1 : 0;
                assertThat(pair.length - mono.length).isBetween(0, 16);
                float[] heard = decoder.decode(pair);
                assertThat(heard).hasSize(2 * AacEncoder.FRAME);
                assertThat(Tones.left(heard)).isEqualTo(Tones.right(heard));
            }
        }
        assertThat(shorts).as("claps are coded in short windows").isGreaterThan(3);
    }

    /** What a broadcast had before: both sides coded, at the bit rate of the whole. */
    @Test
    void itIsNotFurtherFromTheSoundThanAPairThatWasCodedAsOne() {
        float[] original = sound();
        try (AacCoder one = AacCoder.mono(112_000);
                AacCoder two = AacCoder.stereo(128_000)) {
            double alone =
                    quality(
                            original,
                            frame -> {
                                byte[] mono = one.encode(frame);
                                return mono == null ? null : MonoAsPair.of(mono);
                            });
            double pair = quality(original, frame -> two.encode(frame, frame));
            assertThat(alone).as("dB, against %s", pair).isGreaterThan(pair);
        }
    }

    private static double quality(float[] original, Function<float[], byte @Nullable []> coder) {
        float[] copy = new float[original.length];
        try (AacEncoder whole = new AacEncoder(128_000);
                AacDecoder decoder = new AacDecoder(whole.audioSpecificConfig())) {
            for (int n = 0; n < FRAMES; n++) {
                byte[] coded = coder.apply(frame(original, n));
                float[] heard = coded == null ? new float[0] : Tones.left(decoder.decode(coded));
                if (n >= 2) {
                    System.arraycopy(heard, 0, copy, (n - 2) * AacEncoder.FRAME, heard.length);
                }
            }
        }
        return Voice.signalToNoise(original, copy, 4_096, original.length - 60_000);
    }

    private static float[] frame(float[] pcm, int index) {
        return Arrays.copyOfRange(pcm, index * AacEncoder.FRAME, (index + 1) * AacEncoder.FRAME);
    }

    @Test
    void whatIsNoFrameOfOneChannelIsRefused() {
        byte[] pair = {0x21, 0x10, 0x05, 0x20, (byte) 0xA4, 0x1B, (byte) 0xFF, (byte) 0xC0};
        for (byte[] other : new byte[][] {{}, {0}, {0, 0, 0}, {1, 2}, pair}) {
            assertThatThrownBy(() -> MonoAsPair.of(other)).isInstanceOf(CodecException.class);
        }
    }
}
