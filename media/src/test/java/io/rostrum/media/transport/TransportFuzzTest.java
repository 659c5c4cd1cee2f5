package io.rostrum.media.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.fuzz.Mutations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes from the peer's own address: nothing escapes, and the call goes on. */
class TransportFuzzTest {
    @Test
    void takesAnyDatagramInTheMiddleOfACall() {
        fuzz(50_000);
    }

    @Test
    @Tag("slow")
    void takesAMillionDatagramsInTheMiddleOfACall() {
        fuzz(1_000_000);
    }

    private static void fuzz(int times) {
        TwoPeers.Plan plan = new TwoPeers.Plan();
        try (TwoPeers peers = new TwoPeers(plan)) {
            List<byte[]> seen = new ArrayList<>();
            peers.ears.add(seen::add);
            peers.connected();
            peers.client.sendRtp(peers.rtp(1, 1));
            peers.client.sendRtcp(peers.rtcp(1));
            peers.deliver();
            Mutations mutations = new Mutations(42, List.copyOf(seen));
            for (int i = 0; i < times; i++) {
                peers.forge(mutations.next(), peers.clientAddress);
                peers.deliver();
            }
            peers.elapse(Duration.ofSeconds(1));
            assertThat(peers.serverEar.isConnected()).isTrue();
            Buffer packet = peers.rtp(1, 2);
            int before = peers.serverEar.rtp.size();
            peers.client.sendRtp(packet);
            peers.deliver();
            assertThat(peers.serverEar.rtp).hasSize(before + 1);
        }
    }

    @Test
    void takesAnyDatagramBeforeAndDuringAHandshake() {
        try (TwoPeers donor = new TwoPeers()) {
            List<byte[]> seen = new ArrayList<>();
            donor.ears.add(seen::add);
            donor.connected();
            Mutations mutations = new Mutations(43, List.copyOf(seen));
            for (int call = 0; call < 20; call++) {
                spoil(mutations);
            }
        }
    }

    /** The handshake may fail of it, since nothing protects it yet, but only in words. */
    private static void spoil(Mutations mutations) {
        try (TwoPeers peers = new TwoPeers()) {
            for (int i = 0; i < 200; i++) {
                peers.forge(mutations.next(), peers.clientAddress);
                peers.elapse(Duration.ofMillis(10));
            }
            assertThat(peers.serverEar.states)
                    .allSatisfy(state -> assertThat(state).isNotInstanceOf(State.Closed.class));
        }
    }
}
