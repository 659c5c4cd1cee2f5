package io.rostrum.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** A sine by which a voice is recognised among others. */
public record Tone(int hertz) {
    public static final int RATE = 48_000;

    /** Peak of what a fake microphone plays, of full scale 1. */
    public static final double AMPLITUDE = 0.5;

    /** Syllables of a fake microphone in a second; between them it is silent. */
    private static final int SYLLABLES = 4;

    /**
     * Level that counts as heard, in dB of full scale; a fake microphone plays at -12 on average.
     */
    public static final double HEARD = -30;

    /** Level below which a tone counts as absent. */
    public static final double SILENT = -45;

    /**
     * How loud {@code hertz} is in these samples, by Goertzel under a Hann window.
     *
     * @return dB, 0 for a sine of full scale; -200 for nothing
     */
    public static double level(float[] samples, int rate, double hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double before = 0;
        double last = 0;
        for (int i = 0; i < samples.length; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / samples.length);
            double now = samples[i] * window + coefficient * last - before;
            before = last;
            last = now;
        }
        double power = last * last + before * before - coefficient * last * before;
        double amplitude = 4 * Math.sqrt(Math.max(0, power)) / samples.length;
        return amplitude < 1e-10 ? -200 : 20 * Math.log10(amplitude);
    }

    /** The same for 16-bit samples. */
    public static double level(short[] samples, int rate, double hertz) {
        float[] floats = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            floats[i] = samples[i] / 32768f;
        }
        return level(floats, rate, hertz);
    }

    /**
     * One second of this sine in syllables, 48 kHz mono 16 bits, which loops without a click. A
     * steady one is noise to a browser: its suppressor takes it away for seconds.
     */
    public Path writeWav(Path file) throws IOException {
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        wav.putInt(0x46464952).putInt(36 + 2 * RATE).putInt(0x45564157); // RIFF size WAVE
        wav.putInt(0x20746d66).putInt(16).putShort((short) 1).putShort((short) 1); // fmt, PCM, mono
        wav.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
        wav.putInt(0x61746164).putInt(2 * RATE); // data
        for (int i = 0; i < RATE; i++) {
            double syllable = Math.pow(Math.sin(Math.PI * SYLLABLES * i / RATE), 2);
            double value = Math.sin(2 * Math.PI * hertz * i / RATE) * AMPLITUDE * syllable;
            wav.putShort((short) Math.round(value * 32767));
        }
        return Files.write(file, wav.array());
    }
}
