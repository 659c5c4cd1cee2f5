package io.rostrum.streaming.guard;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who somebody is for counting his tries: his IPv4 address, or the /64 that is his alone. */
final class Network {
    private static final int PREFIX_BYTES = 8;

    private Network() {}

    static String of(SocketAddress address) {
        String text = address.hostAddress();
        return text == null || text.indexOf(':') < 0 ? String.valueOf(text) : prefix(text);
    }

    private static String prefix(String text) {
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            return bytes.length <= PREFIX_BYTES
                    ? text
                    : HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX_BYTES));
        } catch (UnknownHostException e) {
            return text;
        }
    }
}
