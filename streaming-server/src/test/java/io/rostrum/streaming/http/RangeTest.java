package io.rostrum.streaming.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 10",
        "bytes=5-, 5, 100",
        "bytes=-10, 90, 100",
        "bytes=-1000, 0, 100",
        "bytes=90-1000, 90, 100"
    })
    void readsWhatBrowsersAskFor(String header, long from, long to) {
        assertThat(Range.read(header, 100)).contains(new Range(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,4-5", "lines=1-2"})
    void ignoresWhatItDoesNotUnderstand(String header) {
        assertThat(Range.read(header, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void refusesWhatLiesOutside(String header) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Range.read(header, 100))
                .matches(refusal -> refusal.problem().status() == 416);
    }

    @Test
    void noHeaderMeansEverything() {
        assertThat(Range.read(null, 100)).isEmpty();
    }
}
