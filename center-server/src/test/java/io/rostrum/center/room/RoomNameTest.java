package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.ServerMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomNameTest extends RoomHarness {
    private List<String> names() {
        return room.state().participants().stream().map(ParticipantState::name).toList();
    }

    @Test
    void aNameIsOneLineWithoutAnythingHidden() {
        join("A\u0000n\na\u202E");
        enter("Cam\u2028era\u2066");
        assertThat(names()).containsExactly("A n a", "Cam era");
    }

    @Test
    void aNameOfNothingThatIsSeenIsNone() {
        assertRefused(
                new FakeClient(), joining("\u202E\u3164\u200D", null), ProblemCode.NAME_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hanna",
                " hanna",
                "ＨＡＮＮＡ",
                "Han\u200Dna",
                "H\u0000anna",
                "H\u0430nn\u0430", // Cyrillic a
                "\u041Danna", // Cyrillic En
                "\u0397\u0391nna", // Greek Eta, Alpha
                "H\u0251nna" // Latin alpha
            })
    void nobodyIsCalledAsTheHost(String name) {
        joinHost();
        join(name);
        join(name);
        enter(name);
        assertThat(names().getFirst()).isEqualTo("Hanna");
        assertThat(names())
                .extracting(one -> one.replaceAll(".*\\(", "("))
                .containsExactly("Hanna", "(2)", "(3)", "(4)");
    }

    @Test
    void whoWasThereBeforeTheHostGivesHisNameUp() {
        FakeClient ana = join("hanna");
        joinHost();
        assertThat(names()).containsExactly("hanna (2)", "Hanna");
        FakeClient back = join("hanna", "offer", null, ana.seat());
        assertThat(state(back).name()).isEqualTo("hanna (2)");
    }

    @Test
    void theNameOfAHostWhoIsAwayIsHisStill() {
        FakeClient host = joinHost();
        say(host, new ClientMessage.Leave(null));
        pass(Duration.ofSeconds(60));
        join("Hanna");
        assertThat(names()).containsExactly("Hanna (2)");
        joinHost();
        assertThat(names()).containsExactly("Hanna (2)", "Hanna");
    }

    @Test
    void otherNamesMayBeThereTwice() {
        joinHost();
        join("Ana");
        join("Ana");
        assertThat(names()).containsExactly("Hanna", "Ana", "Ana");
    }

    private static ClientMessage rename(String name) {
        return new ClientMessage.Rename(null, name);
    }

    @Test
    void whoIsCalledOtherwiseIsSoForEverybody() {
        FakeClient ana = join("Ana");
        FakeClient ben = join("Ben");
        say(ana, rename(" Ana\u0000 G\u00f3mez\u202E "));
        assertThat(ben.room().participants().getFirst().name()).isEqualTo("Ana G\u00f3mez");
        assertThat(ben.last(ServerMessage.Change.class).change().participants()).hasSize(1);
    }

    @Test
    void nobodyTakesTheNameOfTheHostLater() {
        FakeClient host = joinHost();
        FakeClient ana = join("Ana");
        say(ana, rename("H\u0430nna")); // Cyrillic a
        assertThat(state(ana).name()).isEqualTo("H\u0430nna (2)");
        say(ana, rename("Ana"));
        say(host, rename("Ana"));
        assertThat(names()).containsExactly("Ana", "Ana (2)");
        say(ana, rename("Hanna"));
        assertThat(names()).containsExactly("Ana", "Hanna");
    }

    @Test
    void whatIsNoNameAtTheDoorIsNoneLater() {
        FakeClient ana = join("Ana");
        assertRefused(ana, rename(" \u202E\u3164"), ProblemCode.NAME_MISSING);
        assertRefused(ana, rename("a".repeat(65)), ProblemCode.BAD_MESSAGE);
        assertRefused(new FakeClient(), rename("Ana"), ProblemCode.NOT_JOINED);
        assertThat(names()).containsExactly("Ana");
    }

    @Test
    void nobodyIsCalledOtherwiseAgainAndAgain() {
        FakeClient ana = join("Ana");
        say(ana, rename("Anna"));
        say(ana, rename("Anne"));
        say(ana, rename("Anja"));
        assertRefused(ana, rename("Anka"), ProblemCode.TOO_MANY_REQUESTS);
        pass(Duration.ofSeconds(10));
        say(ana, rename("Anka"));
        assertThat(names()).containsExactly("Anka");
    }

    @Test
    void theProgramFollowsTheNameOfWhoIsOnAirAndItsCard() {
        FakeClient host = joinHost();
        FakeClient ana = joinSending("Ana");
        say(host, choose(of(ana)));
        say(host, broadcast(true));
        say(ana, rename("Anna"));
        assertThat(studio.names).containsExactly("Ana", "Anna");
        assertThat(studio.taken).containsExactly(ana.you(), ana.you());
        assertThat(studio.cards.getLast()).isEqualTo("Anna");
        say(host, rename("Hannah"));
        assertThat(studio.names).hasSize(2);
    }
}
