package io.rostrum.center.config;

import io.rostrum.net.Ports;
import java.net.InetAddress;
import java.util.List;

/**
 * Where sound and picture arrive.
 *
 * @param publicAddresses as clients reach us
 * @param port of the first loop; the next loop has the next port
 * @param loops how many threads carry rooms
 * @param conversions how many sources may be coded anew at a time; 0: none
 * @param stills how many small pictures of people are made a second; 0: none
 */
public record MediaConfig(
        InetAddress bind,
        List<InetAddress> publicAddresses,
        int port,
        int loops,
        int conversions,
        int stills) {
    static final int LAST_PORT = 65535;
    static final int MOST_STILLS = 1000;

    public MediaConfig {
        publicAddresses = List.copyOf(publicAddresses);
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("--media-port is not a port: " + port);
        }
        if (loops < 1) {
            throw new IllegalArgumentException("--loops must be at least 1");
        }
        if (conversions < 0) {
            throw new IllegalArgumentException("--conversions must not be negative");
        }
        if (stills < 0 || stills > MOST_STILLS) {
            throw new IllegalArgumentException("--stills is from 0 to " + MOST_STILLS);
        }
        if (publicAddresses.isEmpty()
                || publicAddresses.stream().anyMatch(InetAddress::isAnyLocalAddress)) {
            throw new IllegalArgumentException(
                    "say by --public-address how clients reach this machine");
        }
    }

    /** As the loops want them. */
    public Ports ports() {
        return new Ports(bind, port, loops);
    }
}
