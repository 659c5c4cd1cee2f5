package io.rostrum.center.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.account.Visitor.Secret;
import io.rostrum.protocol.signal.Role;
import org.junit.jupiter.api.Test;

class RoomRecordTest {
    private static final Traces TRACES = new Traces("device", "192.0.2.1");

    private final RoomRecord room =
            new RoomRecord("r1", "Town hall", SecretHash.of("key"), SecretHash.of("token"), "now");

    @Test
    void theHostKeyMakesTheHostAndNoKeyAGuest() {
        assertThat(room.client("key", TRACES))
                .contains(new Visitor(Role.HOST, Secret.HOST_KEY, TRACES));
        assertThat(room.client(null, TRACES)).contains(Visitor.guest(TRACES));
    }

    @Test
    void anEncoderComesByEitherSecretAndIsNoHost() {
        assertThat(room.encoder("token", TRACES))
                .contains(new Visitor(Role.PARTICIPANT, Secret.ENCODER_TOKEN, TRACES));
        assertThat(room.encoder("key", TRACES))
                .contains(new Visitor(Role.PARTICIPANT, Secret.HOST_KEY, TRACES));
    }

    @Test
    void anotherSecretOpensNothing() {
        assertThat(room.client("guess", TRACES)).isEmpty();
        assertThat(room.client("token", TRACES)).isEmpty();
        assertThat(room.encoder("guess", TRACES)).isEmpty();
    }
}
