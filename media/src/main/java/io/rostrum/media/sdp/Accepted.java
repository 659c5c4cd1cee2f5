package io.rostrum.media.sdp;

import io.rostrum.media.dtls.DtlsRole;
import io.rostrum.media.dtls.Fingerprint;
import io.rostrum.media.ice.IceCredentials;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to our offer means for us.
 *
 * @param servers where to send checks, best first; never empty
 * @param role ours in DTLS
 */
public record Accepted(
        IceCredentials remote,
        Fingerprint remoteFingerprint,
        DtlsRole role,
        List<InetSocketAddress> servers,
        @Nullable MediaLine audio,
        @Nullable MediaLine up,
        @Nullable MediaLine down) {
    public Accepted {
        servers = List.copyOf(servers);
    }
}
