package io.rostrum.streaming.config;

import io.rostrum.net.Ports;
import java.net.InetAddress;
import java.util.List;

/**
 * How viewers are reached by WHEP.
 *
 * @param ports one for each loop
 * @param publicAddresses as viewers reach us
 * @param viewers most at the same time
 */
public record WhepConfig(Ports ports, List<InetAddress> publicAddresses, int viewers) {
    public WhepConfig {
        publicAddresses = List.copyOf(publicAddresses);
        if (publicAddresses.isEmpty()
                || publicAddresses.stream().anyMatch(InetAddress::isAnyLocalAddress)) {
            throw new IllegalArgumentException(
                    "say by --public-address how viewers reach this machine");
        }
        if (viewers < 0) {
            throw new IllegalArgumentException("--whep-viewers is 0 or more: " + viewers);
        }
    }
}
