package io.rostrum.media.audio;

/**
 * Keeps a mix below full scale without looking ahead.
 *
 * <p>The curve for a peak p: p itself up to the knee k = 0.5, above it {@code k + (c - k) * (1 -
 * exp(-(p - k) / (c - k)))}, which leaves the knee with slope 1 and never reaches the ceiling c =
 * 0.98. The gain falls to curve(p) / p at once (so nothing ever exceeds c) and recovers towards 1
 * with a time constant of 200 ms, so that a loud passage is turned down as a whole instead of being
 * flattened cycle by cycle. Both channels share the gain, lest voices wander.
 */
public final class SoftLimiter {
    private static final float KNEE = 0.5f;
    private static final float CEILING = 0.98f;
    private static final float RECOVERY = (float) (1 - Math.exp(-1 / (0.2 * Pcm.RATE)));

    /** From here on the gain counts as recovered: -0.001 dB. */
    private static final float RECOVERED = 0.9999f;

    private float gain = 1;

    /** Limits interleaved stereo in place. */
    public void limit(float[] stereo) {
        if (gain >= RECOVERED && peak(stereo) <= KNEE) {
            gain = 1;
            return;
        }
        for (int i = 0; i < stereo.length; i += 2) {
            float peak = Math.max(Math.abs(stereo[i]), Math.abs(stereo[i + 1]));
            gain += (1 - gain) * RECOVERY;
            if (peak > KNEE) {
                gain = Math.min(gain, curve(peak) / peak);
            }
            stereo[i] *= gain;
            stereo[i + 1] *= gain;
        }
    }

    /** Goes on where another limiter is. */
    void continueFrom(SoftLimiter other) {
        gain = other.gain;
    }

    private static float curve(float peak) {
        float room = CEILING - KNEE;
        return KNEE + room * (float) (1 - Math.exp(-(peak - KNEE) / room));
    }

    private static float peak(float[] pcm) {
        float peak = 0;
        for (float sample : pcm) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
