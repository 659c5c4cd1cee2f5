package io.rostrum.streaming.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.gate.Network;
import io.rostrum.streaming.whep.Entrance.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EntranceTest {
    private static final Network EVE = new Network("192.0.2.7");
    private static final Network ANA = new Network("192.0.2.8");

    private final Entrance entrance = new Entrance(1000, 120);

    private Entrance.Ticket ticket(Network who) {
        Entrance.Asked asked = entrance.ask(who, () -> {});
        assertThat(asked.answer()).isEqualTo(Answer.COME_IN);
        return Objects.requireNonNull(asked.ticket());
    }

    private Answer answer(Network who) {
        return entrance.ask(who, () -> {}).answer();
    }

    /** Nine addresses with 120 offers each, none of which is ever used. */
    @Test
    void manyAddressesTogetherKeepNoViewerOut() {
        List<Entrance.Ticket> never = new ArrayList<>();
        for (int i = 0; i < 9 * 120; i++) {
            Entrance.Ticket ticket =
                    entrance.ask(new Network("203.0.113." + i % 9), () -> {}).ticket();
            if (ticket != null) {
                never.add(ticket);
            }
        }
        assertThat(entrance.asking()).isEqualTo(1000);
        for (int i = 0; i < 500; i++) {
            assertThat(ticket(ANA).use()).isTrue();
        }
        assertThat(entrance.viewers()).isEqualTo(500);
        assertThat(entrance.gaveWay()).isPositive();
        never.forEach(Entrance.Ticket::close);
        assertThat(entrance.asking()).isZero();
    }

    @Test
    void whoGaveWayIsToldAndHasNoSeat() {
        Entrance small = new Entrance(2, 10);
        List<String> away = new ArrayList<>();
        Entrance.Ticket first = small.ask(EVE, () -> away.add("first")).ticket();
        var _ = small.ask(EVE, () -> away.add("second"));
        assertThat(small.ask(ANA, () -> {}).answer()).isEqualTo(Answer.COME_IN);
        assertThat(away).containsExactly("first");
        assertThat(Objects.requireNonNull(first).use()).isFalse();
        assertThat(small.viewers()).isZero();
    }

    @Test
    void offersThatAreNeverUsedTakeNobodysPlace() {
        for (int i = 0; i < 120; i++) {
            var _ = ticket(EVE);
        }
        assertThat(answer(EVE)).isEqualTo(Answer.TOO_MANY);
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
        assertThat(answer(ANA)).isEqualTo(Answer.FULL);
        all.getFirst().close();
        assertThat(answer(ANA)).isEqualTo(Answer.COME_IN);
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
