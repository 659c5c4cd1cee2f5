package io.rostrum.center.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.gate.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LobbyTest {
    private static final int EACH = 480;
    private static final int ALL = 20_000;
    private static final int UNJOINED = 5_000;

    private final Lobby lobby = new Lobby(EACH, ALL, UNJOINED);
    private final List<String> away = new ArrayList<>();

    private Lobby.Ticket enter(String who) {
        Lobby.Ticket ticket = lobby.enter(new Network(who));
        if (ticket != null) {
            ticket.away(() -> {
                away.add(who);
                ticket.close();
            });
        }
        return ticket;
    }

    @Test
    void fortyTwoAddressesTogetherKeepNobodyOut() {
        for (int i = 0; i < 42 * EACH; i++) {
            var _ = enter("192.0.2." + i % 42);
        }
        List<Lobby.Ticket> honest = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Lobby.Ticket ticket = enter("198.51.100." + i % 250);
            assertThat(ticket).as("honest client " + i).isNotNull();
            ticket.joined();
            honest.add(ticket);
            var _ = enter("192.0.2." + i % 42);
        }
        assertThat(honest).hasSize(1000);
        assertThat(away).isNotEmpty().allMatch(who -> who.startsWith("192.0.2."));
    }

    @Test
    void whoHasJoinedGivesWayToNobody() {
        Lobby few = new Lobby(10, 10, 2);
        Lobby.Ticket first = Objects.requireNonNull(few.enter(new Network("192.0.2.1")));
        first.away(() -> away.add("first"));
        first.joined();
        for (int i = 2; i < 8; i++) {
            assertThat(few.enter(new Network("192.0.2." + i))).isNotNull();
        }
        assertThat(away).isEmpty();
    }

    @Test
    void whatJoinedCountsAmongTheSocketsOfItsAddressUntilItIsGone() {
        List<Lobby.Ticket> own = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            Lobby.Ticket ticket = Objects.requireNonNull(enter("192.0.2.1"));
            ticket.joined();
            own.add(ticket);
        }
        assertThat(enter("192.0.2.1")).isNull();
        own.getFirst().close();
        own.getFirst().close();
        assertThat(enter("192.0.2.1")).isNotNull();
        assertThat(enter("192.0.2.1")).as("closed twice is one place").isNull();
    }

    @Test
    void whoHadToGiveWayBeforeHisSocketWasOpenIsSentAwayThen() {
        Lobby one = new Lobby(10, 10, 1);
        Lobby.Ticket early = Objects.requireNonNull(one.enter(new Network("192.0.2.1")));
        assertThat(one.enter(new Network("192.0.2.2"))).isNotNull();
        early.away(() -> away.add("early"));
        assertThat(away).containsExactly("early");
    }
}
