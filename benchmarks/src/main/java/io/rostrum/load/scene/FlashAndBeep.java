package io.rostrum.load.scene;

import io.rostrum.media.codec.Picture;
import java.util.Arrays;

/** White and a tone together at every full period, grey and silence between: a clapperboard. */
public final class FlashAndBeep implements Camera, Microphone {
    public static final double HERTZ = 1000;

    private final long periodMicros;
    private final long lengthMicros;

    public FlashAndBeep(long periodMicros, long lengthMicros) {
        this.periodMicros = periodMicros;
        this.lengthMicros = lengthMicros;
    }

    private boolean on(long micros) {
        return micros % periodMicros < lengthMicros;
    }

    @Override
    public void shoot(Picture into, long micros) {
        into.fill(on(micros) ? 235 : 40, 128, 128);
    }

    @Override
    public void record(float[] into, long sample) {
        Arrays.fill(into, 0);
        for (int i = 0; i < into.length; i++) {
            // whole seconds first: micros of the sample would overflow
            long at = sample + i;
            long micros = at / RATE * 1_000_000 + at % RATE * 1_000_000 / RATE;
            if (on(micros)) {
                into[i] = (float) (0.4 * Math.sin(2 * Math.PI * HERTZ * (at % RATE) / RATE));
            }
        }
    }
}
