package io.rostrum.media.audio;

import static io.rostrum.media.audio.JitterRig.LOST;
import static io.rostrum.media.audio.JitterRig.MILLI;
import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.OpusDecoder;
import io.rostrum.media.codec.OpusPacket;
import io.rostrum.media.codec.Tones;
import io.rostrum.media.codec.Voice;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JitterBufferTest {
    private final JitterRig rig = new JitterRig(JitterRig.voice(20));
    private final Random random = new Random(1);

    @Test
    void aCalmNetworkCostsAboutOneTick() {
        rig.network = index -> 3 * MILLI + random.nextInt(1_000_000);
        rig.run(20);

        assertThat(rig.worstDelay).isBetween(1.0, 26.0);
        assertThat(rig.counters.concealedTicks()).isZero();
        assertThat(rig.counters.removedSamples()).isZero();
        assertThat(rig.counters.normalTicks()).isGreaterThan(995);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theDelayGrowsUnderJitterAndReturnsWhenItEnds(long seed) {
        Random own = new Random(seed);
        rig.network = index -> 3 * MILLI + own.nextInt(1_000_000);
        rig.run(5);
        rig.network = index -> 3 * MILLI + (long) (own.nextDouble() * 100 * MILLI);
        rig.run(10);
        assertThat(rig.buffer.delayMillis()).isGreaterThan(60);
        long concealed = rig.counters.concealedTicks();
        rig.run(20);
        assertThat(rig.counters.concealedTicks() - concealed)
                .as("grown, it is calm")
                .isLessThan(40);

        rig.network = index -> 3 * MILLI + own.nextInt(1_000_000);
        rig.run(10);
        assertThat(rig.buffer.delayMillis()).isLessThan(40);
        concealed = rig.counters.concealedTicks();
        rig.run(10);
        assertThat(rig.worstDelay).isLessThan(30);
        assertThat(rig.counters.concealedTicks()).isEqualTo(concealed);
    }

    @Test
    void oneSpikeIsForgottenSoon() {
        rig.network = index -> 3 * MILLI + (index == 250 ? 70 * MILLI : 0);
        rig.run(10);

        assertThat(rig.buffer.delayMillis()).isLessThan(26);
        assertThat(rig.counters.concealedTicks()).isBetween(1L, 4L);
    }

    @Test
    void aBurstAfterAStallIsNotPlayedLate() {
        rig.network =
                index ->
                        3 * MILLI + (index >= 200 && index < 235 ? (235 - index) * 20L * MILLI : 0);
        rig.run(5);
        assertThat(rig.buffer.delayMillis()).isLessThan(150);
        rig.run(10);
        assertThat(rig.buffer.delayMillis()).isLessThan(40);
    }

    @Test
    void singleLossesAreRecoveredOnceTheyHaveBeenNoticed() {
        rig.keep();
        rig.network = index -> index % 14 == 13 ? LOST : 3 * MILLI;
        rig.run(6);

        long recoverable = 0;
        for (int lost = 13; lost + 1 < 6 * 50; lost += 14) {
            byte[] next = rig.sound[(lost + 1) % rig.sound.length];
            recoverable += OpusPacket.carriesPrevious(next, 0, next.length) ? 1 : 0;
        }
        assertThat(recoverable).isGreaterThan(12);
        assertThat(rig.counters.recoveredTicks()).isBetween(recoverable - 3, recoverable);
        assertThat(rig.buffer.delayMillis()).isLessThan(50);
    }

    @Test
    void whatFecRecoversIsNearTheOriginal() {
        rig.keep();
        rig.sound = JitterRig.voice(30);
        rig.network = index -> index % 14 == 13 && index < 280 ? LOST : 3 * MILLI;
        rig.run(5.5);
        float[] whole = new float[280 * Pcm.TICK];
        try (OpusDecoder decoder = new OpusDecoder(1)) {
            for (int i = 0; i < 280; i++) {
                byte[] packet = rig.sound[i];
                decoder.decode(packet, 0, packet.length, whole, i * Pcm.TICK);
            }
        }
        // Sent at 0, here at 3 ms, ticks at 7 ms: on time, or a packet later to be mended.
        int shift = Pcm.TICK * (int) Math.round((rig.buffer.delayMillis() - 4) / 20);
        double noisy = 0;
        int measured = 0;
        for (int lost = 195; lost < 260; lost += 14) {
            byte[] next = rig.sound[lost + 1];
            if (OpusPacket.carriesPrevious(next, 0, next.length)) {
                noisy += aligned(whole, rig.heard, lost * Pcm.TICK, shift);
                measured++;
            }
        }
        assertThat(noisy / measured).as("dB over recovered frames").isGreaterThan(6);
    }

    private static double aligned(float[] whole, float[] heard, int at, int shift) {
        float[] copy = new float[Pcm.TICK];
        float[] original = new float[Pcm.TICK];
        System.arraycopy(heard, at + shift, copy, 0, Pcm.TICK);
        System.arraycopy(whole, at, original, 0, Pcm.TICK);
        return Voice.signalToNoise(original, copy, 0, Pcm.TICK);
    }

    @Test
    void duplicatesAndReorderedPacketsAreSortedOut() {
        rig.network = index -> 3 * MILLI + (index % 10 == 5 ? 25 * MILLI : 0);
        rig.run(10);
        assertThat(rig.counters.concealedTicks()).isLessThan(6);
        assertThat(rig.counters.normalTicks()).isGreaterThan(490);

        byte[] packet = rig.sound[0];
        int sequence = rig.firstSequence + rig.sent() - 1 & 0xFFFF;
        int timestamp = rig.firstTimestamp + (rig.sent() - 1) * Pcm.TICK;
        rig.buffer.push(1, sequence, timestamp, packet, 0, packet.length, rig.now());
        assertThat(rig.counters.duplicate()).isEqualTo(1);
    }

    @Test
    void anotherSsrcStartsAnew() {
        rig.run(5);
        rig.ssrc = 77;
        rig.firstSequence = 100;
        rig.firstTimestamp = 12345;
        rig.run(5);

        assertThat(rig.counters.restarts()).isEqualTo(1);
        assertThat(rig.counters.normalTicks()).isGreaterThan(490);
        assertThat(rig.buffer.delayMillis()).isLessThan(26);
    }

    @Test
    void aJumpOfTheTimestampsStartsAnew() {
        rig.run(5);
        rig.firstTimestamp += 48_000 * 1000;
        rig.run(5);
        rig.firstTimestamp -= 48_000 * 3000;
        rig.run(5);

        assertThat(rig.counters.restarts()).isEqualTo(2);
        assertThat(rig.counters.normalTicks()).isGreaterThan(735);
        assertThat(rig.buffer.delayMillis()).isLessThan(26);
    }

    @Test
    void aPauseOfTheSenderIsSilenceAndCostsNoDelay() {
        rig.silentFrom = 250;
        rig.silentTo = 340;
        rig.run(6);
        assertThat(Tones.rms(rig.frame, 0, rig.frame.length)).isZero();
        rig.run(4);

        assertThat(rig.counters.restarts()).isLessThanOrEqualTo(1);
        assertThat(rig.counters.concealedTicks()).isLessThanOrEqualTo(5);
        assertThat(rig.counters.normalTicks()).isBetween(395L, 410L);
        assertThat(rig.buffer.delayMillis()).isLessThan(26);
    }

    @ParameterizedTest
    @ValueSource(ints = {-200, 200})
    void tenMinutesWithAnotherClockNeitherGrowNorStarve(int ppm) {
        rig.ppm = ppm;
        rig.decode = false; // the delay does not depend on it, and ten minutes do
        rig.network = index -> 3 * MILLI + random.nextInt(2_000_000);
        double worst = 0;
        for (int minute = 0; minute < 10; minute++) {
            rig.run(60);
            worst = Math.max(worst, rig.worstDelay);
        }

        assertThat(worst).isLessThan(50);
        assertThat(rig.counters.concealedTicks()).isLessThanOrEqualTo(12);
        assertThat(rig.counters.normalTicks()).isGreaterThan(29_900);
    }

    @Test
    void shrinkingATonePutsNoClickIntoIt() {
        rig.sound = JitterRig.tone(350);
        rig.network =
                index -> 3 * MILLI + (index < 250 ? (long) (random.nextDouble() * 80 * MILLI) : 0);
        rig.run(6);
        long before = rig.counters.removedSamples();
        rig.keep();
        int from = rig.ticks * Pcm.TICK;
        rig.run(8);

        assertThat(rig.counters.removedSamples() - before).isGreaterThan(1500);
        double own = 2 * Math.PI * 350 / Tones.RATE * 0.3;
        double largest = 0;
        for (int i = from + 1; i < rig.heard.length; i++) {
            largest = Math.max(largest, Math.abs(rig.heard[i] - rig.heard[i - 1]));
        }
        assertThat(largest).isLessThan(1.3 * own);
        int last = rig.heard.length - 24_000;
        assertThat(Tones.amplitude(rig.heard, last, 24_000, 350)).isBetween(0.27, 0.33);
    }

    @Test
    void whoIsNotDecodedCostsNoSoundButKeepsHisTime() {
        rig.decode = false;
        rig.run(5);
        assertThat(Tones.rms(rig.frame, 0, rig.frame.length)).isZero();
        rig.decode = true;
        rig.run(1);

        assertThat(Tones.rms(rig.frame, 0, rig.frame.length)).isGreaterThan(0.02);
        assertThat(rig.buffer.delayMillis()).isLessThan(26);
    }

    @Test
    void tellsWhichTimestampIsHeard() {
        rig.run(5);
        int heard = rig.buffer.heardTimestamp();
        rig.run(1);

        assertThat(rig.buffer.heardTimestamp() - heard).isEqualTo(50 * Pcm.TICK);
        assertThat(rig.firstTimestamp + rig.sent() * Pcm.TICK - rig.buffer.heardTimestamp())
                .isBetween(0, 3 * Pcm.TICK);
    }
}
