package io.rostrum.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.dtls.DtlsRole;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.flow.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who has a session, and writes the address of a third party on his packets. */
@Timeout(60)
class SpoofedAddressTest {
    private static final Path VICTIM = TwoPeers.address(6666);

    private int spent;

    /** Sends nominating checks in the name of the victim, and hears nothing of what comes there. */
    private Transport attacker(TwoPeers peers) {
        return Transport.client(
                peers.clientIce,
                peers.serverIce,
                TwoPeers.SERVER,
                new DtlsSettings(
                        DtlsRole.CLIENT,
                        TwoPeers.CLIENT_IDENTITY,
                        TwoPeers.SERVER_IDENTITY.fingerprint()),
                peers.outside((datagram, to) -> {
                    spend(peers, datagram.bytes());
                    datagram.release();
                }),
                new Ear(),
                peers.now);
    }

    private void spend(TwoPeers peers, byte[] bytes) {
        spent += bytes.length;
        peers.forge(bytes, VICTIM);
    }

    private int got(TwoPeers peers) {
        return peers.stray.getOrDefault(VICTIM, 0);
    }

    @Test
    void aStreamDoesNotGoToAnAddressThatSomebodyWroteOnACheck() {
        try (TwoPeers peers = new TwoPeers().connected()) {
            Transport attacker = attacker(peers);
            for (int second = 0; second < 30; second++) {
                peers.client.sendRtcp(peers.rtcp(1)); // he hears it, and says so
                attacker.tick(peers.now);
                for (int packet = 0; packet < 50; packet++) {
                    peers.server.sendRtp(peers.rtp(1, 50 * second + packet));
                }
                peers.elapse(Duration.ofSeconds(1));
            }
            assertThat(spent).isPositive();
            assertThat(got(peers)).isLessThanOrEqualTo(3 * spent);
            assertThat(peers.clientEar.rtp).as("it goes on where it was").hasSize(1500);
            assertThat(peers.server.peer()).isEqualTo(peers.clientAddress);
            attacker.close();
        }
    }

    @ParameterizedTest
    @EnumSource(DtlsRole.class)
    void neitherDoesAHandshake(DtlsRole role) {
        TwoPeers.Plan plan = new TwoPeers.Plan();
        plan.serverRole = role;
        plan.clientIsSilent = true;
        List<byte[]> hellos = hellos();
        try (TwoPeers peers = new TwoPeers(plan)) {
            Transport attacker = attacker(peers);
            for (int second = 0; second < 20; second++) {
                attacker.tick(peers.now);
                hellos.forEach(hello -> spend(peers, hello));
                peers.elapse(Duration.ofSeconds(1));
                assertThat(got(peers)).isLessThanOrEqualTo(3 * spent);
            }
            assertThat(got(peers)).isPositive();
            attacker.close();
        }
    }

    /** What a client says first in DTLS. */
    private static List<byte[]> hellos() {
        try (TwoPeers donor = new TwoPeers()) {
            List<byte[]> seen = new ArrayList<>();
            donor.ears.add(seen::add);
            donor.connected();
            return seen.stream().filter(bytes -> bytes[0] == 22).limit(1).toList();
        }
    }

    @Test
    void anHonestChangeOfNetworkIsFollowedAtItsFirstCheck() {
        try (TwoPeers peers = new TwoPeers().connected()) {
            peers.clientAddress = TwoPeers.address(50000);
            assertThat(peers.until(() -> peers.directory.paths() == 2, Duration.ofSeconds(7)))
                    .isTrue();
            assertThat(peers.server.peer())
                    .as("check, our check, answer")
                    .isEqualTo(peers.clientAddress);
            peers.server.sendRtp(peers.rtp(1, 1));
            peers.deliver();
            assertThat(peers.clientEar.rtp).hasSize(1);
        }
    }

    @Test
    void anHonestChangeIsFollowedOverALossyNetworkToo() {
        TwoPeers.Plan plan = new TwoPeers.Plan();
        try (TwoPeers peers = new TwoPeers(plan).connected()) {
            plan.loss = 0.3;
            peers.clientAddress = TwoPeers.address(50000);
            assertThat(
                            peers.until(
                                    () -> peers.clientAddress.equals(peers.server.peer()),
                                    Duration.ofSeconds(20)))
                    .isTrue();
        }
    }

    @Test
    void whoTurnsBackToAnAddressOfLongAgoIsAskedAnew() {
        try (TwoPeers peers = new TwoPeers().connected()) {
            Path old = peers.clientAddress;
            peers.clientAddress = TwoPeers.address(50000);
            peers.elapse(Duration.ofSeconds(50));
            assertThat(peers.server.peer()).isEqualTo(peers.clientAddress);
            Transport attacker =
                    Transport.client(
                            peers.clientIce,
                            peers.serverIce,
                            TwoPeers.SERVER,
                            new DtlsSettings(
                                    DtlsRole.CLIENT,
                                    TwoPeers.CLIENT_IDENTITY,
                                    TwoPeers.SERVER_IDENTITY.fingerprint()),
                            peers.outside((datagram, to) -> {
                                peers.forge(datagram.bytes(), old);
                                datagram.release();
                            }),
                            new Ear(),
                            peers.now);
            attacker.tick(peers.now);
            peers.deliver();
            assertThat(peers.server.peer()).isEqualTo(peers.clientAddress);
            attacker.close();
        }
    }
}
