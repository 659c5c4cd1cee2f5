package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.ProblemCode;
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
}
