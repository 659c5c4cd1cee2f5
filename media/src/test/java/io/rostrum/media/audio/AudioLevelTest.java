package io.rostrum.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioLevelTest {
    @ParameterizedTest
    @CsvSource({"1, 0", "0.5, 6", "0.1, 20", "0.001, 60", "0.0000001, 127", "0, 127", "3, 0"})
    void aConstantHasTheLevelOfItsHeight(float height, int level) {
        float[] pcm = new float[960];
        Arrays.fill(pcm, height);

        assertThat(AudioLevel.of(pcm, 0, pcm.length)).isEqualTo(level);
    }
}
