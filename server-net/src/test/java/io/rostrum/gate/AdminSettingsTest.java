package io.rostrum.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminSettingsTest {
    private final AdminSettings none = new AdminSettings("127.0.0.1", AdminSettings.NONE);

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, true",
        "http://localhost:8080, true",
        "http://[::1]:8080, true",
        "https://tv.example.org, false",
        "https://127.0.0.1.example.org, false",
        "https://192.0.2.1, false"
    })
    void aServerThatOthersReachKeepsItsFiguresOffTheMainPort(URI publicUrl, boolean there) {
        assertThat(none.onMainPort(Callers.DIRECT, publicUrl)).isEqualTo(there);
    }

    @Test
    void soDoesOneBehindAProxyOrWithAPortOfItsOwn() {
        Callers behind =
                new Callers(List.of(Subnet.of("--x", "10.0.0.0/8")), ProxyHeader.FORWARDED);
        assertThat(none.onMainPort(behind, null)).isFalse();
        assertThat(new AdminSettings("127.0.0.1", 0).onMainPort(Callers.DIRECT, null)).isFalse();
        assertThat(none.onMainPort(Callers.DIRECT, null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "LOCALHOST., true",
        "center.localhost, true",
        "127.0.0.1, true",
        "::1, true",
        "[::1], true",
        "192.0.2.7, true",
        "metrics.internal, true",
        "center-1, true",
        "Center-1., true",
        "evil.example, false",
        "localhost.evil.example, false",
        "127.0.0.1.evil.example, false",
        "evillocalhost, false",
        "center-1.evil.example, false",
        "'', false"
    })
    void aNameThatSomebodyElseMadeLeadHereIsNotOurs(String host, boolean ours) {
        AdminSettings settings =
                new AdminSettings("metrics.internal", 0, Set.of("CENTER-1", "other"));
        assertThat(settings.isOurs(host)).isEqualTo(ours);
    }
}
