package io.rostrum.media.sdp;

import io.rostrum.media.dtls.Fingerprint;
import io.rostrum.media.ice.IceCredentials;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Our end of a connection, as a description tells of it.
 *
 * @param addresses where peers reach us, best first; a client has none
 * @param name CNAME and media stream: what belongs together in lip sync
 */
public record LocalEnd(
        IceCredentials ice,
        Fingerprint fingerprint,
        List<InetSocketAddress> addresses,
        String name) {
    public LocalEnd {
        addresses = List.copyOf(addresses);
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("not a name for a description: " + name);
        }
    }
}
