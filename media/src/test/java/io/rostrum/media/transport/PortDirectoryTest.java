package io.rostrum.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.dtls.DtlsRole;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.ice.IceCredentials;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PortDirectoryTest {
    @Test
    void forgetsTheAddressesOfATransportThatIsRemoved() {
        try (TwoPeers peers = new TwoPeers().connected()) {
            assertThat(peers.directory.addresses()).isEqualTo(1);
            peers.directory.remove(peers.server);
            assertThat(peers.directory.addresses()).isZero();
            assertThat(peers.directory.transports()).isZero();
            peers.client.sendRtp(peers.rtp(1, 1));
            peers.deliver();
            assertThat(peers.serverEar.rtp).isEmpty();
            assertThat(peers.directory.unroutable()).isEqualTo(1);
        }
    }

    @Test
    void keepsFewAddressesOfAPeerThatCollectsThem() {
        try (TwoPeers peers = new TwoPeers().connected()) {
            for (int port = 50000; port < 50020; port++) {
                peers.clientAddress = TwoPeers.address(port);
                peers.elapse(Duration.ofSeconds(7));
            }
            assertThat(peers.directory.addresses()).isEqualTo(8);
            assertThat(peers.server.peer()).isEqualTo(peers.clientAddress);
        }
    }

    @Test
    void givesAnAddressToWhoeverProvedItLast() {
        try (TwoPeers peers = new TwoPeers().connected()) {
            IceCredentials ice = IceCredentials.random(new SecureRandom());
            IceCredentials newcomerIce = IceCredentials.random(new SecureRandom());
            Ear ear = new Ear();
            Transport second = server(peers, ice, newcomerIce.ufrag(), ear);
            peers.directory.add(second);
            Transport newcomer = client(peers, newcomerIce, ice, peers.clientAddress);
            newcomer.tick(peers.now);
            peers.deliver();
            assertThat(second.peer()).isEqualTo(peers.clientAddress);
            peers.client.sendRtp(peers.rtp(1, 1));
            peers.deliver();
            assertThat(peers.serverEar.rtp).isEmpty();
            assertThat(second.counters().dropped(Drop.WITHOUT_KEYS)).isEqualTo(1);
            peers.directory.remove(peers.server);
            assertThat(peers.directory.addresses()).as("still the second's").isEqualTo(1);
            second.close();
            newcomer.close();
        }
    }

    @Test
    void dropsChecksForNobodyAndChecksWithAnotherKey() {
        try (TwoPeers peers = new TwoPeers()) {
            IceCredentials unknown = IceCredentials.random(new SecureRandom());
            IceCredentials wrong = new IceCredentials(peers.serverIce.ufrag(), "x".repeat(24));
            InetSocketAddress elsewhere = TwoPeers.address(1234);
            client(peers, peers.clientIce, unknown, elsewhere).tick(peers.now);
            client(peers, peers.clientIce, wrong, elsewhere).tick(peers.now);
            client(peers, unknown, peers.serverIce, elsewhere).tick(peers.now);
            peers.deliver();
            assertThat(peers.directory.unroutable()).isEqualTo(1);
            assertThat(peers.server.counters().dropped(Drop.FOREIGN_CHECK)).isEqualTo(2);
            assertThat(peers.server.peer()).isNull();
        }
    }

    private static Transport server(
            TwoPeers peers, IceCredentials ice, String remoteUfrag, Ear ear) {
        return Transport.server(
                ice,
                remoteUfrag,
                settings(DtlsRole.SERVER),
                idle(peers, TwoPeers.SERVER),
                ear,
                peers.now);
    }

    private static Transport client(
            TwoPeers peers, IceCredentials ice, IceCredentials remote, InetSocketAddress from) {
        return Transport.client(
                ice,
                remote,
                TwoPeers.SERVER,
                settings(DtlsRole.CLIENT),
                idle(peers, from),
                new Ear(),
                peers.now);
    }

    private static DtlsSettings settings(DtlsRole role) {
        return new DtlsSettings(
                role, TwoPeers.SERVER_IDENTITY, TwoPeers.CLIENT_IDENTITY.fingerprint());
    }

    /** Its handshakes never begin; what it sends reaches the server's port only. */
    private static Surroundings idle(TwoPeers peers, InetSocketAddress from) {
        return new Surroundings(
                peers.pool,
                (datagram, to) -> {
                    if (to.equals(TwoPeers.SERVER)) {
                        peers.forge(datagram.bytes(), from);
                    }
                    datagram.release();
                },
                Runnable::run,
                never -> {},
                new SecureRandom());
    }
}
