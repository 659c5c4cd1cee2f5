package io.rostrum.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void ownAreAllThatThisMachineHasLoopbackLast() {
        List<InetAddress> own = Addresses.all("--x", List.of("own"));
        assertThat(own).last().isEqualTo(LOOPBACK);
        assertThat(own.subList(0, own.size() - 1)).noneMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void noneIsNamedTwice() {
        assertThat(Addresses.all("--x", List.of("127.0.0.1", "own"))).startsWith(LOOPBACK);
        assertThat(Addresses.all("--x", List.of("127.0.0.1", "own"))).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoAddressIsNamedWithItsOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Addresses.all("--x", List.of("no address")))
                .withMessage("--x is no address: no address");
    }
}
