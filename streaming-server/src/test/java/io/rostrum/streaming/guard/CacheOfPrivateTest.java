package io.rostrum.streaming.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheOfPrivateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public, max-age=31536000, immutable | public, max-age=60 | private, max-age=60",
                "public, max-age=1 | public, max-age=1 | private, max-age=1",
                "no-cache | no-cache | private, no-cache",
                "no-store | no-store | private, no-store"
            })
    void whatIsPrivateIsKeptForAMinuteAtMost(String meant, String byPath, String byCookie) {
        assertThat(CacheOfPrivate.of(meant, true)).isEqualTo(byPath);
        assertThat(CacheOfPrivate.of(meant, false)).isEqualTo(byCookie);
    }
}
