package io.rostrum.load.scene;

import java.util.Arrays;

/** Something between speech and a small song: syllables on a pentatonic scale, with breaths. */
public final class Voice implements Microphone {
    private static final double[] SCALE = {1, 9 / 8.0, 5 / 4.0, 3 / 2.0, 5 / 3.0};
    private static final int SYLLABLE = RATE / 4;
    private static final int SYLLABLES_PER_BREATH = 10;
    private static final double LOUD = 0.12;

    private final double hertz;
    private volatile boolean speaking = true;

    /**
     * @param hertz pitch of the lowest note
     */
    public Voice(double hertz) {
        this.hertz = hertz;
    }

    /** Lets the person speak or listen. */
    public void speak(boolean on) {
        speaking = on;
    }

    @Override
    public void record(float[] into, long sample) {
        if (!speaking) {
            Arrays.fill(into, 0);
            return;
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = (float) at(sample + i);
        }
    }

    private double at(long sample) {
        long syllable = sample / SYLLABLE;
        if (syllable % SYLLABLES_PER_BREATH == SYLLABLES_PER_BREATH - 1) {
            return 0;
        }
        int inside = (int) (sample % SYLLABLE);
        int note = (int) Math.floorMod(syllable * 7 + syllable / 3, (long) SCALE.length);
        double phase = 2 * Math.PI * hertz * SCALE[note] * inside / RATE;
        double swell = Math.sin(Math.PI * inside / SYLLABLE);
        double timbre = Math.sin(phase) + 0.4 * Math.sin(2 * phase) + 0.2 * Math.sin(3 * phase);
        return LOUD * swell * swell * timbre;
    }
}
