package io.rostrum.protocol.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RightTest {
    @Test
    void aHostMayAllAndAParticipantOnlyChoose() {
        assertThat(Role.HOST.rights()).containsExactlyInAnyOrder(Right.values());
        assertThat(Role.PARTICIPANT.rights()).containsExactly(Right.CHOOSE);
    }

    @Test
    void theirNamesOnTheWireAreThoseOfTheProtocol() {
        assertThat(Right.values())
                .extracting(Right::wireName)
                .containsExactly("choose", "lock", "mute-others", "remove", "admit", "broadcast");
    }
}
