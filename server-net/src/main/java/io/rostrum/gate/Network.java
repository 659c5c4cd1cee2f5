package io.rostrum.gate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is for counting: his IPv4 address, or the /64 that is his alone (RFC 6177).
 *
 * @param text as the security log has it
 */
public record Network(String text) {
    /** Whoever has no address, as over a Unix socket. */
    static final Network NONE = new Network("none");

    private static final int IPV6_BYTES = 16;
    private static final int PREFIX_BYTES = 8;

    public static Network of(@Nullable InetAddress address) {
        if (address == null) {
            return NONE;
        }
        return new Network(
                address instanceof Inet6Address ? prefix(address) : address.getHostAddress());
    }

    private static String prefix(InetAddress address) {
        byte[] bytes = Arrays.copyOf(Arrays.copyOf(address.getAddress(), PREFIX_BYTES), IPV6_BYTES);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new AssertionError("16 bytes are an address", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
