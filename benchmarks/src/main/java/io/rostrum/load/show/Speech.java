package io.rostrum.load.show;

import io.rostrum.load.scene.Microphone;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Something like speech: vowels by their formants on a falling melody, soft consonants, breaths.
 *
 * <p>Made once, a few sentences a person; afterwards a sentence costs a copy.
 */
public final class Speech implements Microphone {
    private static final int SENTENCE = Turns.SECONDS * RATE;
    private static final double BREATH_AT_THE_END = 0.5;
    private static final double LOUD = 0.16;

    /** First three formants of a, e, i, o, u in Hz, after Peterson and Barney (1952). */
    private static final double[][] VOWELS = {
        {730, 1090, 2440}, {530, 1840, 2480}, {390, 1990, 2550}, {570, 840, 2410}, {440, 1020, 2240}
    };

    private final int person;
    private final float[][] sentences;

    /**
     * @param person whose turns these are, from 0
     * @param hertz middle of the voice
     */
    public Speech(int person, double hertz) {
        this.person = person;
        sentences = new float[Turns.each()][];
        for (int turn = 0; turn < sentences.length; turn++) {
            sentences[turn] = new Sentence(hertz, person * 31L + turn).samples();
        }
    }

    @Override
    public void record(float[] into, long sample) {
        long micros = sample / RATE * 1_000_000 + sample % RATE * 1_000_000 / RATE;
        if (Turns.speaker(micros) == person) {
            int from = (int) (sample % SENTENCE);
            int length = Math.min(into.length, SENTENCE - from);
            System.arraycopy(sentences[Turns.turn(micros)], from, into, 0, length);
            Arrays.fill(into, length, into.length, 0);
        } else {
            Arrays.fill(into, 0);
        }
    }

    /** How wide the mouth stands open at a moment, 0 to 1. */
    double mouth(long micros) {
        if (Turns.speaker(micros) != person) {
            return 0;
        }
        float[] sentence = sentences[Turns.turn(micros)];
        int middle = (int) (Turns.inside(micros) * RATE);
        double power = 0;
        int from = Math.max(0, middle - 1000);
        int to = Math.min(SENTENCE, middle + 1000);
        for (int i = from; i < to; i += 4) {
            power += sentence[i] * sentence[i];
        }
        return Math.min(1, Math.sqrt(power * 4 / Math.max(1, to - from)) * 9);
    }

    /** One sentence while it is made. */
    private static final class Sentence {
        private static final int HARMONICS = 18;

        private final float[] samples = new float[SENTENCE];
        private final SplittableRandom dice;
        private final double hertz;
        private double phase;

        Sentence(double hertz, long seed) {
            this.hertz = hertz;
            dice = new SplittableRandom(seed);
        }

        float[] samples() {
            int at = RATE / 5;
            int untilBreath = 6 + dice.nextInt(4);
            int end = SENTENCE - (int) (BREATH_AT_THE_END * RATE);
            while (at < end) {
                int length = (int) (RATE * (0.13 + 0.09 * dice.nextDouble()));
                consonant(at - RATE / 40);
                vowel(at, Math.min(length, end - at), (double) at / SENTENCE);
                at += length;
                if (--untilBreath == 0) {
                    at += RATE / 4;
                    untilBreath = 6 + dice.nextInt(4);
                }
            }
            return samples;
        }

        private void vowel(int at, int length, double way) {
            double[] gains = gains(VOWELS[dice.nextInt(VOWELS.length)]);
            double melody = hertz * (1.12 - 0.22 * way) * (0.95 + 0.1 * dice.nextDouble());
            for (int i = 0; i < length; i++) {
                double part = (double) i / length;
                double swell = Math.min(1, Math.min(part * 5, (1 - part) * 2.5));
                phase += melody * (1 + 0.03 * Math.sin(part * Math.PI)) / RATE;
                samples[at + i] += (float) (LOUD * swell * swell * tone(gains));
            }
        }

        private double tone(double[] gains) {
            double sum = 0;
            double turn = 2 * Math.PI * (phase - Math.floor(phase));
            for (int k = 0; k < HARMONICS; k++) {
                sum += gains[k] * Math.sin((k + 1) * turn);
            }
            return sum;
        }

        /** What the mouth lets through of each harmonic. */
        private double[] gains(double[] formants) {
            double[] gains = new double[HARMONICS];
            double power = 0;
            for (int k = 0; k < HARMONICS; k++) {
                double frequency = (k + 1) * hertz;
                double open = 0.05;
                for (double formant : formants) {
                    double off = (frequency - formant) / 110;
                    open += 1 / (1 + off * off);
                }
                gains[k] = open / (k + 1);
                power += gains[k] * gains[k];
            }
            for (int k = 0; k < HARMONICS; k++) {
                gains[k] /= Math.sqrt(power);
            }
            return gains;
        }

        private void consonant(int at) {
            double last = 0;
            int length = RATE / 30;
            for (int i = 0; i < length; i++) {
                double noise = dice.nextDouble() - 0.5;
                double swell = Math.sin(Math.PI * i / length);
                samples[at + i] += (float) (0.02 * swell * (noise - last));
                last = noise;
            }
        }
    }
}
