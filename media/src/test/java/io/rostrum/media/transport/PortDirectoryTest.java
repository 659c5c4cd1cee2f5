package io.rostrum.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.dtls.DtlsRole;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.flow.Path;
import io.rostrum.media.ice.IceCredentials;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PortDirectoryTest {
    @Test
    void forgetsTheAddressesOfATransportThatIsRemoved() {
        try (TwoPeers peers = new TwoPeers().connected()) {
            assertThat(peers.directory.paths()).isEqualTo(1);
            peers.directory.remove(peers.server);
            assertThat(peers.directory.paths()).isZero();
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
            assertThat(peers.directory.paths()).isEqualTo(8);
            assertThat(peers.server.peer()).isEqualTo(peers.clientAddress);
        }
    }

    /** A session of somebody who can only write the address of another on his checks. */
    private static Transport claimant(TwoPeers peers) {
        IceCredentials ice = IceCredentials.random(new SecureRandom());
        IceCredentials his = IceCredentials.random(new SecureRandom());
        Transport session = server(peers, ice, his, new Ear());
        peers.directory.add(session);
        Transport attacker = client(peers, his, ice, peers.clientAddress);
        attacker.tick(peers.now);
        peers.deliver();
        attacker.close();
        return session;
    }

    @Test
    void aSessionTakesNoAddressWhereAnothersPeerIs() {
        try (TwoPeers peers = new TwoPeers().connected()) {
            Transport session = claimant(peers);
            assertThat(session.counters().checks()).as("its check was valid").isEqualTo(1);
            peers.client.sendRtp(peers.rtp(1, 1));
            peers.client.sendRtcp(peers.rtcp(1));
            peers.deliver();
            assertThat(peers.serverEar.rtp).hasSize(1);
            assertThat(peers.serverEar.rtcp).hasSize(1);
            assertThat(session.counters().datagramsIn()).isEqualTo(1);
            peers.directory.remove(session);
            assertThat(peers.directory.paths()).isEqualTo(1);
            session.close();
        }
    }

    @Test
    void whoClaimedAnAddressFirstDoesNotKeepItFromWhoIsThere() {
        try (TwoPeers peers = new TwoPeers()) {
            Transport session = claimant(peers);
            peers.connected();
            peers.client.sendRtp(peers.rtp(1, 1));
            peers.deliver();
            assertThat(peers.serverEar.rtp).hasSize(1);
            session.close();
        }
    }

    @Test
    void givesTheAddressOfASilentOneToWhoAnswersThere() {
        TwoPeers.Plan plan = new TwoPeers.Plan();
        try (TwoPeers peers = new TwoPeers(plan).connected()) {
            IceCredentials ice = IceCredentials.random(new SecureRandom());
            IceCredentials his = IceCredentials.random(new SecureRandom());
            Transport second = server(peers, ice, his, new Ear());
            peers.directory.add(second);
            Transport newcomer = client(peers, his, ice, peers.clientAddress);
            plan.clientIsSilent = true;
            peers.elapse(Duration.ofSeconds(9));
            peers.others.put(
                    peers.clientAddress,
                    datagram -> newcomer.onDatagram(datagram, TwoPeers.SERVER, peers.now));
            newcomer.tick(peers.now);
            peers.deliver();
            peers.client.sendRtp(peers.rtp(1, 1));
            peers.deliver();
            assertThat(peers.serverEar.rtp).isEmpty();
            assertThat(second.counters().dropped(Drop.WITHOUT_KEYS)).isEqualTo(1);
            peers.directory.remove(peers.server);
            assertThat(peers.directory.paths()).as("still the second's").isEqualTo(1);
            second.close();
            newcomer.close();
        }
    }

    @Test
    void dropsChecksForNobodyAndChecksWithAnotherKey() {
        try (TwoPeers peers = new TwoPeers()) {
            IceCredentials unknown = IceCredentials.random(new SecureRandom());
            IceCredentials wrong = new IceCredentials(peers.serverIce.ufrag(), "x".repeat(24));
            Path elsewhere = TwoPeers.address(1234);
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
            TwoPeers peers, IceCredentials ice, IceCredentials remote, Ear ear) {
        return Transport.server(
                ice,
                remote.ufrag(),
                remote.password(),
                settings(DtlsRole.SERVER),
                toAll(peers),
                ear,
                peers.now);
    }

    private static Transport client(
            TwoPeers peers, IceCredentials ice, IceCredentials remote, Path from) {
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
    private static Surroundings idle(TwoPeers peers, Path from) {
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

    /** Its handshakes never begin; what it sends reaches everybody. */
    private static Surroundings toAll(TwoPeers peers) {
        Surroundings outside = peers.outside(peers::sendFromServer);
        return new Surroundings(
                peers.pool, outside.wire(), outside.owner(), never -> {}, outside.random());
    }
}
