package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.ProblemCode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RoomHandTest extends RoomHarness {
    private final FakeClient host = joinHost();
    private final FakeClient ana = join("Ana");
    private final FakeClient ben = join("Ben");

    private static ClientMessage hand(boolean up) {
        return new ClientMessage.Hand(null, up, null);
    }

    private static ClientMessage hand(boolean up, FakeClient whose) {
        return new ClientMessage.Hand(null, up, whose.you());
    }

    /** The names of those whose hand is up, as the host sees them in turn. */
    private List<String> raised() {
        return host.room().participants().stream()
                .filter(one -> one.hand() != null)
                .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.hand())))
                .map(ParticipantState::name)
                .toList();
    }

    @Test
    void handsStandInTheOrderInWhichTheyWereRaised() {
        say(ben, hand(true));
        say(ana, hand(true));
        assertThat(raised()).containsExactly("Ben", "Ana");
    }

    @Test
    void whoRaisesItOnceMoreKeepsHisTurn() {
        say(ben, hand(true));
        say(ana, hand(true));
        say(ben, hand(true));
        assertThat(raised()).containsExactly("Ben", "Ana");
    }

    @Test
    void whoLowersItAndRaisesItAgainComesLast() {
        say(ben, hand(true));
        say(ana, hand(true));
        say(ben, hand(false));
        assertThat(raised()).containsExactly("Ana");
        say(ben, hand(true));
        assertThat(raised()).containsExactly("Ana", "Ben");
    }

    @Test
    void onlyTheHostLowersAnothersHand() {
        say(ana, hand(true));
        assertRefused(ben, hand(false, ana), ProblemCode.NOT_HOST);
        assertThat(raised()).containsExactly("Ana");
        say(host, hand(false, ana));
        assertThat(raised()).isEmpty();
    }

    @Test
    void nobodyRaisesTheHandOfAnother() {
        assertRefused(host, hand(true, ana), ProblemCode.BAD_MESSAGE);
        assertThat(raised()).isEmpty();
        say(ana, hand(true, ana));
        assertThat(raised()).containsExactly("Ana");
    }

    @Test
    void whoComesBackToHisSeatHasHisHandUpStill() {
        say(ben, hand(true));
        disconnect(ben);
        say(ana, hand(true));
        var back = join("Ben", "offer", null, ben.seat());
        assertThat(raised()).containsExactly("Ben", "Ana");
        say(back, hand(false));
        assertThat(raised()).containsExactly("Ana");
    }

    @Test
    void theHostLowersAllHandsAtOnceAndNobodyElseDoes() {
        say(ben, hand(true));
        say(host, hand(true));
        say(ana, hand(true));
        assertRefused(ben, new ClientMessage.LowerHands(null), ProblemCode.NOT_HOST);
        assertThat(raised()).containsExactly("Ben", "Hanna", "Ana");
        say(host, new ClientMessage.LowerHands(null));
        assertThat(raised()).isEmpty();
        say(ana, hand(true));
        assertThat(state(ana).hand()).isEqualTo(1);
    }

    @Test
    void theHandOfWhoIsNotThereIsUnknown() {
        assertRefused(
                host, new ClientMessage.Hand(null, false, "p99"), ProblemCode.UNKNOWN_PARTICIPANT);
    }
}
