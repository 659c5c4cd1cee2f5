package io.rostrum.system;

import io.rostrum.load.peer.Witness;
import io.rostrum.media.codec.Picture;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.Tone;
import java.time.Duration;

/** Keeps the last third of a second of what is heard. */
final class ToneWitness implements Witness {
    private static final int KEPT = 16_384;

    private final float[] ring = new float[KEPT];
    private int at;

    @Override
    public synchronized void onSound(float[] stereo, int samples, long nowNanos) {
        for (int i = 0; i < samples; i++) {
            ring[at] = stereo[2 * i];
            at = (at + 1) % KEPT;
        }
    }

    @Override
    public void onPicture(Picture picture, long nowNanos) {}

    private synchronized double level(int hertz) {
        float[] ordered = new float[KEPT];
        for (int i = 0; i < KEPT; i++) {
            ordered[i] = ring[(at + i) % KEPT];
        }
        return Tone.level(ordered, Tone.RATE, hertz);
    }

    /** Waits until the tone is heard, or is not. */
    void awaits(int hertz, boolean audible) {
        var ignored =
                Eventually.becomes(
                        hertz + " Hz " + (audible ? "heard" : "silent"),
                        Duration.ofSeconds(30),
                        () -> level(hertz),
                        level -> audible ? level > Tone.HEARD : level < Tone.SILENT);
    }
}
