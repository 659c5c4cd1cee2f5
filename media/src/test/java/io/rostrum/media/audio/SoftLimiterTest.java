package io.rostrum.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.Tones;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftLimiterTest {
    private final SoftLimiter limiter = new SoftLimiter();

    @Test
    void whatIsBelowTheKneeIsLeftAsItIs() {
        float[] pcm = tick(0.49, 0);
        float[] before = pcm.clone();
        limiter.limit(pcm);

        assertThat(pcm).isEqualTo(before);
    }

    @Test
    void nothingEverReachesFullScale() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            float[] pcm = new float[Pcm.TICK_FLOATS];
            float loudness = random.nextFloat() * 40;
            for (int n = 0; n < pcm.length; n++) {
                pcm[n] = (random.nextFloat() * 2 - 1) * loudness;
            }
            limiter.limit(pcm);
            for (float sample : pcm) {
                assertThat(Math.abs(sample)).isLessThanOrEqualTo(0.981f);
            }
        }
    }

    @Test
    void theGainRecoversWithinASecond() {
        limiter.limit(tick(4, 0));
        for (int i = 1; i < 50; i++) {
            limiter.limit(tick(0.2, i));
        }
        float[] after = tick(0.2, 50);
        limiter.limit(after);

        assertThat(Tones.rms(after, 0, after.length) * Math.sqrt(2)).isBetween(0.195, 0.201);
    }

    @Test
    void aLoudToneIsTurnedDownRatherThanFlattened() {
        float[] mono = new float[50 * Pcm.TICK];
        for (int i = 0; i < 50; i++) {
            float[] pcm = tick(2, i);
            limiter.limit(pcm);
            System.arraycopy(Tones.left(pcm), 0, mono, i * Pcm.TICK, Pcm.TICK);
        }
        float[] late = Arrays.copyOfRange(mono, 24_000, 48_000);
        double fundamental = Tones.decibels(Tones.amplitude(late, 0, late.length, 400));
        double third = Tones.decibels(Tones.amplitude(late, 0, late.length, 1200));
        assertThat(third).isLessThan(fundamental - 35);
    }

    @Test
    void bothSidesShareTheGain() {
        float[] pcm = new float[Pcm.TICK_FLOATS];
        for (int i = 0; i < pcm.length; i += 2) {
            pcm[i] = 2;
            pcm[i + 1] = 0.2f;
        }
        limiter.limit(pcm);

        assertThat(pcm[1000] / pcm[1001]).isBetween(9.99f, 10.01f);
    }

    private static float[] tick(double amplitude, int index) {
        float[] pcm = new float[Pcm.TICK_FLOATS];
        Tones.add(pcm, 2, 400, amplitude, (long) index * Pcm.TICK);
        return pcm;
    }
}
