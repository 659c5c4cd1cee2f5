package io.rostrum.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToneTest {
    @Test
    void findsATonesLevelAndNothingBesideIt(@TempDir Path folder) throws Exception {
        short[] samples = samples(new Tone(620).writeWav(folder.resolve("a.wav")));

        assertThat(Tone.level(samples, Tone.RATE, 620)).isCloseTo(-12.04, within(0.1));
        assertThat(Tone.level(samples, Tone.RATE, 440)).isLessThan(-80);
    }

    @Test
    void hearsNothingInSilence() {
        assertThat(Tone.level(new short[4800], Tone.RATE, 440)).isEqualTo(-200);
    }

    private static short[] samples(Path wav) throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[(bytes.capacity() - 44) / 2];
        bytes.position(44).slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }
}
