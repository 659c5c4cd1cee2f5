package io.rostrum.center.program;

import java.time.Duration;

/**
 * How programs are made; the same for all of a server.
 *
 * @param aacBitRate bits per second of the AAC sound, both channels
 * @param ending how long the end of a program may take to be delivered
 * @param drops counts what is dropped, of all programs together
 */
public record ProgramSettings(Rhythm rhythm, int aacBitRate, Duration ending, Drops drops) {
    public static final ProgramSettings DEFAULT =
            new ProgramSettings(Rhythm.DEFAULT, 128_000, Duration.ofSeconds(10), new Drops());

    /** The same, counting there. */
    public ProgramSettings counting(Drops counter) {
        return new ProgramSettings(rhythm, aacBitRate, ending, counter);
    }

    public ProgramSettings {
        if (aacBitRate < 32_000) {
            throw new IllegalArgumentException("bit rate too low for a program");
        }
    }
}
