package io.rostrum.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodableTest {
    @ParameterizedTest
    @CsvSource({
        "1280, 720, 1280, 720",
        "1281, 721, 1280, 720",
        "3840, 2160, 3840, 2160",
        "5120, 2880, 3840, 2160",
        "2880, 5120, 2160, 3840",
        "4096, 4096, 2880, 2880",
        "8192, 100, 3840, 46",
        "8192, 8, 3840, 16",
        "15, 15, 16, 16",
        "1, 8192, 16, 3840"
    })
    void everySizeBecomesOneThatCanBeEncoded(int width, int height, int to, int by) {
        assertThat(Encodable.of(width, height)).isEqualTo(new Encodable(to, by));
    }
}
