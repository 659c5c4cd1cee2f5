package io.rostrum.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html, */*;q=0.8 | 1.0",
                "image/avif,*/* | 0.0",
                "TEXT/HTML ; Q=0.4 | 0.4",
                "text/html;q=0 | 0.0",
                "text/html;q=x | 0.0",
                "text/html;q=9 | 0.0",
                ";;,,;q= | 0.0",
                "text/htmlx | 0.0"
            })
    void aTypeWeighsWhatItsReaderSays(String header, double weight) {
        assertThat(Preference.weight(List.of(header), "text/html")).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de, zh-TW;q=0.7, en;q=0.6 | zh",
                "en-GB, zh | en",
                "zh;q=0.1, en | en",
                "fr | ",
                ", ;q=1 | "
            })
    void theLanguageThatHeLikesBestOfThoseThatWeSpeak(String header, String language) {
        assertThat(Preference.best(List.of(header), List.of("en", "zh")).orElse(null))
                .isEqualTo(language);
    }

    @Test
    void nothingIsLikedWhereNothingIsSaid() {
        assertThat(Preference.weight(List.of(), "text/html")).isZero();
        assertThat(Preference.best(List.of(), List.of("en"))).isEmpty();
    }
}
