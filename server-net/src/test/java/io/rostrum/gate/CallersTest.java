package io.rostrum.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {
    private static final List<Subnet> OURS =
            List.of(Subnet.of("--x", "10.0.0.0/8"), Subnet.of("--x", "2001:db8:f::/48"));

    private static String caller(Callers callers, String remote, String... lines) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (String line : lines) {
            headers.add(callers.header().header(), line);
        }
        return Network.of(callers.address(SocketAddress.inetSocketAddress(1, remote), headers))
                .text();
    }

    private static String behind(String remote, String... lines) {
        return caller(new Callers(OURS, ProxyHeader.X_FORWARDED_FOR), remote, lines);
    }

    private static String forwarded(String... lines) {
        return caller(new Callers(OURS, ProxyHeader.FORWARDED), "10.0.0.1", lines);
    }

    @Test
    void nobodyIsBelievedWhereNoProxyIsTrusted() {
        assertThat(caller(Callers.DIRECT, "127.0.0.1", "192.0.2.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void aStrangerWhoSendsTheHeaderHimselfIsNotBelieved() {
        assertThat(behind("198.51.100.9", "192.0.2.1")).isEqualTo("198.51.100.9");
    }

    @Test
    void whatATrustedProxySaysIsReadFromTheRightOnly() {
        assertThat(behind("10.0.0.1", "6.6.6.6, 192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(behind("10.0.0.1", "6.6.6.6", "192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(behind("10.0.0.1", "6.6.6.6, 192.0.2.1, 10.9.9.9")).isEqualTo("192.0.2.1");
    }

    @Test
    void aProxyThatSaysNothingIsTheCallerItself() {
        assertThat(behind("10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "", "example.org", "6.6.6.6,", "1.2.3.4.5"})
    void whatIsNoAddressStopsAtTheProxyThatSaidIt(String line) {
        assertThat(behind("10.0.0.1", line)).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=192.0.2.1 | 192.0.2.1",
                "for=6.6.6.6, For=\"192.0.2.1:4711\";proto=https | 192.0.2.1",
                "by=10.0.0.1;for=\"[2001:db8:1:2:3:4:5:6]:4711\" | 2001:db8:1:2:0:0:0:0/64",
                "by=10.0.0.1 | 10.0.0.1",
                "for=unknown | 10.0.0.1"
            })
    void theHeaderOfRfc7239IsReadToo(String line, String caller) {
        assertThat(forwarded(line)).isEqualTo(caller);
    }

    @Test
    void sixtyFourBitsOfIpv6AreOneCaller() {
        assertThat(behind("2001:db8:1:2::5")).isEqualTo(behind("2001:db8:1:2:ffff::9"));
        assertThat(behind("2001:db8:1:2::5")).isNotEqualTo(behind("2001:db8:1:3::5"));
        assertThat(behind("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void aProxyMayHaveAnyAddressOfItsPrefix() {
        assertThat(behind("2001:db8:f:7::1", "2001:db8:1:2::5"))
                .isEqualTo("2001:db8:1:2:0:0:0:0/64");
        assertThat(behind("2001:db8:e::1", "2001:db8:1:2::5")).isEqualTo("2001:db8:e:0:0:0:0:0/64");
        assertThat(Subnet.of("--x", "0.0.0.0/0").contains(InetAddress.ofLiteral("8.8.8.8")))
                .isTrue();
        assertThat(Subnet.of("--x", "192.0.2.128/25").contains(InetAddress.ofLiteral("192.0.2.1")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0.0/x", "", "10.0.0.0/-1"})
    void whatIsNoPrefixIsRefusedWithTheOptionsName(String text) {
        assertThatThrownBy(() -> Subnet.of("--trusted-proxy", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--trusted-proxy");
    }
}
