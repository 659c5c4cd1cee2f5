package io.rostrum.streaming.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.gate.Network;
import io.rostrum.streaming.whep.Entrance.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntranceTest {
    private static final Network EVE = new Network("192.0.2.7");
    private static final Network ANA = new Network("192.0.2.8");

    private final Entrance entrance = new Entrance(1000, 120);

    private Entrance.Ticket ticket(Network who) {
        assertThat(entrance.ask(who)).isEqualTo(Answer.COME_IN);
        return entrance.new Ticket(who);
    }

    @Test
    void offersThatAreNeverUsedTakeNobodysPlace() {
        for (int i = 0; i < 120; i++) {
            var _ = ticket(EVE);
        }
        assertThat(entrance.ask(EVE)).isEqualTo(Answer.TOO_MANY);
        assertThat(entrance.viewers()).isZero();
        for (int i = 0; i < 800; i++) {
            assertThat(ticket(ANA).use()).isTrue();
        }
        assertThat(entrance.viewers()).isEqualTo(800);
    }

    @Test
    void whoIsConnectedWaitsNoMore() {
        for (int i = 0; i < 500; i++) {
            assertThat(ticket(EVE).use()).isTrue();
        }
        assertThat(entrance.asking()).isZero();
    }

    @Test
    void theThousandthIsTheLastUntilSomebodyGoes() {
        List<Entrance.Ticket> all = new ArrayList<>();
        for (int i = 0; i < 999; i++) {
            all.add(ticket(ANA));
            assertThat(all.getLast().use()).isTrue();
        }
        Entrance.Ticket first = ticket(EVE);
        Entrance.Ticket second = ticket(EVE);
        assertThat(first.use()).isTrue();
        assertThat(second.use()).as("the last place went to the first").isFalse();
        assertThat(entrance.ask(ANA)).isEqualTo(Answer.FULL);
        all.getFirst().close();
        assertThat(entrance.ask(ANA)).isEqualTo(Answer.COME_IN);
    }

    @Test
    void aTicketIsGivenBackOnce() {
        Entrance.Ticket used = ticket(EVE);
        assertThat(used.use()).isTrue();
        assertThat(used.use()).isTrue();
        used.close();
        used.close();
        Entrance.Ticket unused = ticket(EVE);
        unused.close();
        unused.close();
        assertThat(entrance.viewers()).isZero();
        assertThat(entrance.asking()).isZero();
    }
}
