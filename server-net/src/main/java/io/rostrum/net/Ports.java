package io.rostrum.net;

import java.net.InetAddress;

/**
 * The UDP ports of a server: one for each loop, one after the other.
 *
 * @param first 0 for any free ones
 */
public record Ports(InetAddress bind, int first, int count) {
    public static final int LAST = 65535;

    public Ports {
        if (first < 0 || first > LAST || first > 0 && first + count - 1 > LAST) {
            throw new IllegalArgumentException(
                    "--media-port is not the first of " + count + " ports: " + first);
        }
        if (count < 1) {
            throw new IllegalArgumentException("--loops must be at least 1");
        }
    }

    int at(int index) {
        return first == 0 ? 0 : first + index;
    }
}
