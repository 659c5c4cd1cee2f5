package io.rostrum.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://Meet.Example.org, https://meet.example.org",
        "https://meet.example.org:443/rooms, https://meet.example.org",
        "http://meet.example.org:443, http://meet.example.org:443",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://[::1]:80, http://[::1]",
        "null, ''",
        "https://, ''",
        "http://a b, ''"
    })
    void anOriginIsSchemeHostAndPort(String address, String origin) {
        assertThat(PublicUrl.origin(address)).isEqualTo(origin);
    }

    @Test
    void withoutOneItIsWhereTheServerListens() {
        assertThat(PublicUrl.of(null, null, "0.0.0.0", 80)).isEqualTo("http://127.0.0.1:80");
        assertThat(PublicUrl.of(null, null, "::1", 80)).isEqualTo("http://[::1]:80");
        assertThat(PublicUrl.of(URI.create("https://a.example/b"), null, "::1", 80))
                .isEqualTo("https://a.example/b");
    }
}
