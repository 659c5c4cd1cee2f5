package io.rostrum.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Addresses that an operator names. */
public final class Addresses {
    /** Stands for all IPv4 addresses of this machine's interfaces. */
    public static final String OWN = "own";

    private Addresses() {}

    /**
     * Resolves one name.
     *
     * @param option that it was given to, for the error
     */
    public static InetAddress of(String option, String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(option + " is no address: " + host, e);
        }
    }

    /**
     * Resolves several, {@link #OWN} to what this machine has: first those that others may reach.
     * The loopback address is among them, though RFC 8445 section 5.1.1.1 keeps it from candidates,
     * since a machine without a network has no other; Firefox connects to the others only.
     */
    public static List<InetAddress> all(String option, List<String> hosts) {
        return hosts.stream()
                .flatMap(host -> host.equals(OWN) ? own() : Stream.of(of(option, host)))
                .distinct()
                .toList();
    }

    private static Stream<InetAddress> own() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address)
                    .filter(address -> !address.isLinkLocalAddress())
                    .sorted(Comparator.comparing(InetAddress::isLoopbackAddress));
        } catch (SocketException e) {
            throw new IllegalArgumentException("this machine tells no address of its own", e);
        }
    }
}
