package io.rostrum.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OpusTest {
    private static final int FRAME = 960;
    private final byte[] packet = new byte[OpusEncoder.MAX_PACKET];

    @Test
    void carriesATone() {
        float[] heard = through(OpusEncoder.Settings.voice(1), 1, 50);

        assertThat(Tones.amplitude(heard, 24_000, 20_000, 440)).isBetween(0.25, 0.35);
        assertThat(Tones.amplitude(heard, 24_000, 20_000, 1000)).isLessThan(0.003);
    }

    @Test
    void carriesStereoAndLeavesTheSidesApart() {
        OpusEncoder.Settings settings = OpusEncoder.Settings.music(2, 128_000);
        float[] last = new float[0];
        try (OpusEncoder encoder = new OpusEncoder(settings);
                OpusDecoder decoder = new OpusDecoder(2)) {
            for (int i = 0; i < 40; i++) {
                float[] pcm = new float[2 * FRAME];
                float[] tone = new float[FRAME];
                Tones.add(tone, 1, 500, 0.3, (long) i * FRAME);
                for (int n = 0; n < FRAME; n++) {
                    pcm[2 * n] = tone[n];
                }
                last = new float[2 * FRAME];
                int length = encoder.encode(pcm, 0, FRAME, packet, 0);
                assertThat(OpusPacket.channels(packet, 0, length)).isEqualTo(2);
                assertThat(decoder.decode(packet, 0, length, last, 0)).isEqualTo(FRAME);
            }
        }
        float[] left = Tones.left(last);
        float[] right = new float[FRAME];
        for (int n = 0; n < FRAME; n++) {
            right[n] = last[2 * n + 1];
        }
        assertThat(Tones.rms(left, 0, FRAME)).isGreaterThan(20 * Tones.rms(right, 0, FRAME));
    }

    @Test
    void worksWithTheBundledLibraryToo() {
        assertThat(OpusLibrary.bundled()).isNotNull();
    }

    @Test
    void sendsNextToNothingInSilenceWithDtx() {
        OpusEncoder.Settings settings = OpusEncoder.Settings.voice(1).withDtx(true);
        int small = 0;
        try (OpusEncoder encoder = new OpusEncoder(settings)) {
            for (int i = 0; i < 100; i++) {
                small += encoder.encode(new float[FRAME], 0, FRAME, packet, 0) <= 2 ? 1 : 0;
            }
        }
        assertThat(small).isGreaterThan(60);
    }

    @Test
    void tellsWhatAPacketHoldsWithoutDecodingIt() {
        assertThat(OpusPacket.samples(new byte[] {(byte) 0xFC, 0}, 0, 2)).isEqualTo(960);
        assertThat(OpusPacket.samples(new byte[] {(byte) 0xFD, 0}, 0, 2)).isEqualTo(1920);
        assertThat(OpusPacket.samples(new byte[] {0x18, 0}, 0, 2)).isEqualTo(2880);
        assertThat(OpusPacket.samples(new byte[] {0x03}, 0, 1)).isNegative();
        assertThat(OpusPacket.samples(new byte[] {0x1B, 63}, 0, 2)).isNegative();
        assertThat(OpusPacket.samples(new byte[0], 0, 0)).isNegative();
    }

    @Test
    void seesWhetherAPacketCarriesThePreviousOne() {
        OpusEncoder.Settings voice = OpusEncoder.Settings.voice(1).withExpectedLoss(20);
        assertThat(copies(voice)).isGreaterThan(30);
        assertThat(copies(voice.withExpectedLoss(0))).isZero();
        assertThat(copies(OpusEncoder.Settings.music(1, 96_000))).isZero();
    }

    private int copies(OpusEncoder.Settings settings) {
        int copies = 0;
        try (OpusEncoder encoder = new OpusEncoder(settings)) {
            for (int i = 0; i < 50; i++) {
                float[] pcm = Voice.frame(i);
                int length = encoder.encode(pcm, 0, FRAME, packet, 0);
                copies += OpusPacket.carriesPrevious(packet, 0, length) ? 1 : 0;
            }
        }
        return copies;
    }

    @Test
    void recoversALostFrameFromTheNextPacket() {
        OpusEncoder.Settings settings =
                new OpusEncoder.Settings(1, 40_000, 5, OpusEncoder.Signal.VOICE, true, 25, false);
        float[] whole = new float[60 * FRAME];
        float[] healed = new float[60 * FRAME];
        float[] concealed = new float[60 * FRAME];
        byte[][] packets = new byte[61][];
        try (OpusEncoder encoder = new OpusEncoder(settings)) {
            for (int i = 0; i <= 60; i++) {
                int length = encoder.encode(Voice.frame(i), 0, FRAME, packet, 0);
                packets[i] = Arrays.copyOf(packet, length);
            }
        }
        try (OpusDecoder a = new OpusDecoder(1);
                OpusDecoder b = new OpusDecoder(1);
                OpusDecoder c = new OpusDecoder(1)) {
            for (int i = 0; i < 60; i++) {
                byte[] p = packets[i];
                a.decode(p, 0, p.length, whole, i * FRAME);
                boolean lost = i % 10 == 7;
                if (lost) {
                    byte[] next = packets[i + 1];
                    b.decodeLost(next, 0, next.length, FRAME, healed, i * FRAME);
                    c.conceal(FRAME, concealed, i * FRAME);
                } else {
                    b.decode(p, 0, p.length, healed, i * FRAME);
                    c.decode(p, 0, p.length, concealed, i * FRAME);
                }
            }
        }
        double withFec = 0;
        double without = 0;
        for (int i = 17; i < 60; i += 10) {
            withFec += Voice.signalToNoise(whole, healed, i * FRAME, FRAME) / 5;
            without += Voice.signalToNoise(whole, concealed, i * FRAME, FRAME) / 5;
        }
        assertThat(withFec).isGreaterThan(6).isGreaterThan(without + 3);
    }

    @Test
    void refusesAfterClosingInsteadOfCrashing() {
        OpusEncoder encoder = new OpusEncoder(OpusEncoder.Settings.voice(1));
        encoder.close();
        encoder.close();

        assertThatThrownBy(() -> encoder.encode(new float[FRAME], 0, FRAME, packet, 0))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAFrameLengthThatOpusDoesNotKnow() {
        try (OpusEncoder encoder = new OpusEncoder(OpusEncoder.Settings.voice(1))) {
            assertThat(encoder.encode(new float[961], 0, 961, packet, 0)).isNegative();
        }
    }

    @Test
    void survivesMalformedPackets() {
        decodeGarbage(20_000);
    }

    @Test
    @Tag("long")
    void survivesAMillionMalformedPackets() {
        decodeGarbage(1_000_000);
    }

    private void decodeGarbage(int inputs) {
        Random random = new Random(7);
        float[] out = new float[2 * OpusDecoder.MAX_SAMPLES];
        byte[] valid = new byte[OpusEncoder.MAX_PACKET];
        try (OpusEncoder encoder = new OpusEncoder(OpusEncoder.Settings.voice(2));
                OpusDecoder decoder = new OpusDecoder(2)) {
            float[] noise = new float[2 * FRAME];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = random.nextFloat() - 0.5f;
            }
            int length = encoder.encode(noise, 0, FRAME, valid, 0);
            for (int i = 0; i < inputs; i++) {
                byte[] input = new byte[random.nextInt(60)];
                random.nextBytes(input);
                if (i % 2 == 0 && input.length > 0) {
                    input = Arrays.copyOf(valid, 1 + random.nextInt(length));
                    input[random.nextInt(input.length)] = (byte) random.nextInt();
                }
                int samples = OpusPacket.samples(input, 0, input.length);
                OpusPacket.carriesPrevious(input, 0, input.length);
                int result =
                        i % 5 == 4
                                ? decoder.decodeLost(input, 0, input.length, FRAME, out, 0)
                                : decoder.decode(input, 0, input.length, out, 0);
                assertThat(result).isBetween(-10, OpusDecoder.MAX_SAMPLES);
                if (result > 0 && i % 5 != 4) {
                    assertThat(result).isEqualTo(samples);
                }
            }
        }
    }

    private float[] through(OpusEncoder.Settings settings, int channels, int frames) {
        float[] heard = new float[frames * FRAME];
        try (OpusEncoder encoder = new OpusEncoder(settings);
                OpusDecoder decoder = new OpusDecoder(channels)) {
            for (int i = 0; i < frames; i++) {
                float[] pcm = new float[FRAME];
                Tones.add(pcm, 1, 440, 0.3, (long) i * FRAME);
                int length = encoder.encode(pcm, 0, FRAME, packet, 0);
                decoder.decode(packet, 0, length, heard, i * FRAME);
            }
        }
        return heard;
    }
}
