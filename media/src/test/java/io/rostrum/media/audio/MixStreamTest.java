package io.rostrum.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.OpusDecoder;
import io.rostrum.media.codec.OpusEncoder;
import io.rostrum.media.codec.OpusPacket;
import io.rostrum.media.codec.Tones;
import io.rostrum.media.codec.Voice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MixStreamTest {
    /** RFC 6716 section 4: what the encoder looks ahead, samples at 48 kHz. */
    private static final int LOOKAHEAD = 312;

    private final MixStream stream = new MixStream(OpusEncoder.Settings.music(2, 64_000));
    private final OpusDecoder decoder = new OpusDecoder(2);
    private final float[] heard = new float[400 * Pcm.TICK_FLOATS];
    private final float[] said = new float[400 * Pcm.TICK_FLOATS];
    private int ticks;

    @AfterEach
    void close() {
        stream.close();
        decoder.close();
    }

    /** Channels of the packet of the next tick; with a guest, who is on the left only. */
    private int tick(boolean guest) {
        float[] sum = new float[Pcm.TICK_FLOATS];
        Tones.add(sum, 2, 440, 0.2, (long) ticks * Pcm.TICK);
        if (guest) {
            float[] voice = new float[Pcm.TICK];
            Tones.add(voice, 1, 1250, 0.1, (long) ticks * Pcm.TICK);
            for (int i = 0; i < voice.length; i++) {
                sum[2 * i] += voice[i];
            }
        }
        stream.mix(sum);
        stream.encode();
        int at = ticks++ * Pcm.TICK_FLOATS;
        System.arraycopy(sum, 0, said, at, sum.length);
        decoder.decode(stream.packet(), 0, stream.length(), heard, at);
        return OpusPacket.channels(stream.packet(), 0, stream.length());
    }

    private int channelsAfter(int count, boolean guest) {
        int last = 0;
        for (int i = 0; i < count; i++) {
            last = tick(guest);
        }
        return last;
    }

    @Test
    void whatIsTheSameOnBothSidesIsCodedOnceAfterASecond() {
        assertThat(channelsAfter(50, false)).isEqualTo(2);
        assertThat(channelsAfter(1, false)).isEqualTo(1);
    }

    @Test
    void whatDiffersIsStereoFromItsFirstTickOn() {
        channelsAfter(60, false);
        assertThat(tick(true)).isEqualTo(2);
        assertThat(channelsAfter(50, false)).isEqualTo(2);
        assertThat(channelsAfter(2, false)).isEqualTo(1);
    }

    @Test
    void changingBetweenOneSideAndTwoIsNotHeard() {
        channelsAfter(100, false);
        channelsAfter(100, true);
        channelsAfter(150, false);
        float[] right = new float[ticks * Pcm.TICK];
        float[] original = new float[ticks * Pcm.TICK];
        for (int i = 0; i + LOOKAHEAD < right.length; i++) {
            right[i] = heard[2 * (i + LOOKAHEAD) + 1];
            original[i] = said[2 * i + 1];
        }
        for (int from = 20 * Pcm.TICK; from < right.length - 1000; from += 480) {
            assertThat(Voice.signalToNoise(original, right, from, 480))
                    .as("10 ms number %d of the side without the guest", from / 480)
                    .isGreaterThan(12);
        }
    }
}
