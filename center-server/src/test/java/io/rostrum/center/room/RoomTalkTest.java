package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rostrum.center.account.Kept;
import io.rostrum.protocol.signal.ChatLine;
import io.rostrum.protocol.signal.ChatState;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Reacted;
import io.rostrum.protocol.signal.Reaction;
import io.rostrum.protocol.signal.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTalkTest extends RoomHarness {
    private final FakeClient host = joinHost();
    private final FakeClient ana = join("Ana");
    private final FakeClient ben = join("Ben");

    private static ClientMessage write(String text) {
        return new ClientMessage.Write(null, text);
    }

    private static ClientMessage react(Reaction reaction) {
        return new ClientMessage.React(null, reaction);
    }

    private static ClientMessage recall(long after) {
        return new ClientMessage.Recall(null, after);
    }

    private static ClientMessage erase(Long number) {
        return new ClientMessage.Erase(null, number);
    }

    private static ClientMessage chat(Boolean open, Boolean kept) {
        return new ClientMessage.Chat(null, open, kept);
    }

    private static ClientMessage silence(FakeClient whom, boolean on) {
        return new ClientMessage.Mute(null, whom.you(), Line.CHAT, on);
    }

    private static List<ChatLine> lines(FakeClient of) {
        return of.all(ServerMessage.Chat.class).stream()
                .flatMap(one -> one.messages().stream())
                .toList();
    }

    private static List<String> read(FakeClient by) {
        return lines(by).stream().map(ChatLine::text).toList();
    }

    private static List<Reacted> signs(FakeClient of) {
        return of.all(ServerMessage.Reactions.class).stream()
                .flatMap(one -> one.people().stream())
                .toList();
    }

    private Refusal refused(FakeClient client, ClientMessage message) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> say(client, message));
        assertThat(refusal).as("a refusal of " + message).isNotNull();
        return refusal;
    }

    @Test
    void whatSomebodyWritesEverybodyReadsAtOnceHimselfToo() {
        clock.advance(Duration.ofSeconds(90));
        say(ana, write("Hello"));
        ChatLine line = lines(ben).getFirst();
        assertThat(line.text()).isEqualTo("Hello");
        assertThat(line.from()).isEqualTo(ana.you());
        assertThat(line.name()).isEqualTo("Ana");
        assertThat(line.host()).isFalse();
        assertThat(line.number()).isEqualTo(1);
        assertThat(line.at()).startsWith("1970-01-01T00:01:30");
        say(host, write("Welcome"));
        pass(Duration.ofMillis(200));
        assertThat(read(ana)).containsExactly("Hello", "Welcome");
        assertThat(lines(ana).getLast().host()).isTrue();
    }

    @Test
    void whatManyWriteInTheSameMomentIsOneMessageAndTheSameForAll() {
        say(ana, write("1"));
        say(ben, write("2"));
        say(ana, write("3"));
        say(host, write("4"));
        assertThat(read(ben)).containsExactly("1");
        pass(Duration.ofMillis(200));
        assertThat(ben.all(ServerMessage.Chat.class)).hasSize(2);
        assertThat(lines(ben)).extracting(ChatLine::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ben.last(ServerMessage.Chat.class)).isSameAs(ana.last(ServerMessage.Chat.class));
    }

    @Test
    void aMessageChangesNothingOfTheRoom() {
        long revision = room.state().revision();
        int told = ben.told.size();
        say(ana, write("Hello"));
        say(ana, react(Reaction.CLAP));
        pass(Duration.ofMillis(200));
        assertThat(room.state().revision()).isEqualTo(revision);
        assertThat(ben.told).hasSize(told + 2);
    }

    @Test
    void textIsCleanedOfWhatHidesOrTurnsItRound() {
        say(ana, write("  a\u202Eb\u0000c\r\nd\n\n \n\n\ne \u200B "));
        assertThat(read(ben)).containsExactly("ab c\nd\n\ne");
        say(ana, write("<b onclick='x()'>&amp;</b> javascript:alert(1)"));
        pass(Duration.ofMillis(200));
        assertThat(read(ben).getLast()).isEqualTo("<b onclick='x()'>&amp;</b> javascript:alert(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\n", "\u202E\u200B", "\u3164"})
    void aMessageOfNothingThatIsSeenIsNone(String text) {
        assertRefused(ana, write(text), ProblemCode.BAD_MESSAGE);
    }

    @Test
    void aMessageHasAnEnd() {
        say(ana, write("\uD83C\uDF99".repeat(Talk.LONGEST)));
        assertThat(read(ben)).hasSize(1);
        assertRefused(ben, write("a".repeat(Talk.LONGEST + 1)), ProblemCode.TOO_LARGE);
    }

    @Test
    void whoWritesTooFastIsToldHowLongToWait() {
        for (int i = 0; i < 10; i++) {
            say(ana, write("again " + i));
        }
        Refusal refusal = refused(ana, write("and again"));
        assertThat(refusal.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        assertThat(refusal.problem().retryAfter()).isEqualTo(1);
        say(ben, write("I may"));
        pass(Duration.ofSeconds(2));
        say(ana, write("later"));
        pass(Duration.ofMillis(200));
        assertThat(read(host)).contains("I may", "later").doesNotContain("and again");
    }

    @Test
    void aLongMessageCountsAsSeveral() {
        String large = "\u4E00".repeat(Talk.LONGEST);
        say(ana, write(large));
        assertThat(refused(ana, write(large)).problem().retryAfter()).isEqualTo(2);
    }

    @Test
    void whoWritesOnceASecondMayDoSoAllDay() {
        for (int i = 0; i < 100; i++) {
            say(ana, write("a".repeat(1000)));
            pass(Duration.ofSeconds(1));
        }
        assertThat(read(ben)).hasSize(100);
    }

    @Test
    void aBackThatIsTurnedDoesNotFillThePurseAgain() {
        for (int i = 0; i < 10; i++) {
            say(ana, write("again " + i));
        }
        disconnect(ana);
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertRefused(back, write("at once"), ProblemCode.TOO_MANY_REQUESTS);
    }

    @Test
    void allTogetherWriteNoMoreThanTheRoomBears() {
        Room large = newRoom(100);
        List<FakeClient> people = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            FakeClient one = new FakeClient();
            say(large, one, joining("Guest " + i, null));
            people.add(one);
        }
        int written = 0;
        Refusal last = null;
        for (FakeClient one : people) {
            Refusal refusal =
                    catchThrowableOfType(
                            Refusal.class,
                            () -> say(large, one, write("\u4E00".repeat(Talk.LONGEST))));
            written += refusal == null ? 1 : 0;
            last = refusal == null ? last : refusal;
        }
        assertThat(written).isEqualTo(256 * 1024 / 6100);
        assertThat(last).isNotNull();
        assertThat(last.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        assertThat(last.problem().retryAfter()).isEqualTo(1);
    }

    @Test
    void whatIsToldIsToldInPiecesThatAreNotTooLong() {
        say(ana, write("first"));
        for (FakeClient one : List.of(host, ana, ben, join("Cem"), join("Dora"), join("Eva"))) {
            say(one, write("a".repeat(Talk.LONGEST)));
            say(one, write("b".repeat(Talk.LONGEST)));
            say(one, write("c".repeat(Talk.LONGEST)));
        }
        pass(Duration.ofMillis(200));
        assertThat(ben.all(ServerMessage.Chat.class)).hasSize(3);
        assertThat(lines(ben)).hasSize(19);
    }

    @Test
    void whoComesLateAsksForWhatWasWrittenBefore() {
        say(ana, write("before"));
        FakeClient late = join("Cem");
        assertThat(read(late)).isEmpty();
        say(late, recall(0));
        say(ana, write("after"));
        pass(Duration.ofMillis(200));
        assertThat(read(late)).containsExactly("before", "after");
    }

    @Test
    void whoMissedSomeGetsOnlyTheRest() {
        say(ana, write("seen"));
        say(ben, recall(0));
        disconnect(ben);
        say(ana, write("missed"));
        say(ana, write("too"));
        pass(Duration.ofMillis(200));
        FakeClient back = join("Ben", "offer", null, ben.seat());
        say(back, recall(1));
        assertThat(read(back)).containsExactly("missed", "too");
    }

    @Test
    void theHostSaysThatNewcomersSeeNothingOfBefore() {
        say(ana, write("among us"));
        say(host, chat(null, false));
        FakeClient late = join("Cem");
        say(late, recall(0));
        say(ana, write("to all"));
        pass(Duration.ofMillis(200));
        assertThat(read(late)).containsExactly("to all");
        disconnect(ana);
        FakeClient back = join("Ana", "offer", null, ana.seat());
        say(back, recall(0));
        assertThat(read(back)).as("she was there").containsExactly("among us", "to all");
        say(host, chat(null, true));
        FakeClient later = join("Dora");
        say(later, recall(0));
        assertThat(read(later)).containsExactly("among us", "to all");
    }

    @Test
    void nobodyAsksForAllAgainAndAgain() {
        say(ana, recall(0));
        Refusal again = refused(ana, recall(0));
        assertThat(again.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        assertThat(again.problem().retryAfter()).isEqualTo(5);
        pass(Duration.ofSeconds(5));
        say(ana, recall(-7));
    }

    @Test
    void onlyTheHostTakesAMessageBackAndNobodyReadsItAgain() {
        say(ana, write("rude"));
        say(ana, write("fine"));
        assertRefused(ana, erase(1L), ProblemCode.NOT_HOST);
        assertRefused(ben, erase(null), ProblemCode.NOT_HOST);
        say(host, erase(1L));
        assertThat(ben.last(ServerMessage.Erased.class).messages()).containsExactly(1L);
        assertThat(ben.told.indexOf(ben.last(ServerMessage.Chat.class)))
                .as("what is taken back was told before")
                .isLessThan(ben.told.indexOf(ben.last(ServerMessage.Erased.class)));
        FakeClient late = join("Cem");
        say(late, recall(0));
        assertThat(read(late)).containsExactly("fine");
        assertThat(late.all(ServerMessage.Erased.class)).isEmpty();
        say(host, erase(1L));
        assertThat(ben.all(ServerMessage.Erased.class)).as("once is enough").hasSize(1);
    }

    @Test
    void whoWasAwayIsToldWhatWasTakenBackMeanwhile() {
        say(ana, write("rude"));
        say(ana, write("fine"));
        pass(Duration.ofMillis(200));
        disconnect(ben);
        say(host, erase(1L));
        FakeClient back = join("Ben", "offer", null, ben.seat());
        say(back, recall(2));
        assertThat(back.last(ServerMessage.Erased.class).messages()).containsExactly(1L);
        disconnect(back);
        say(host, erase(null));
        say(ana, write("anew"));
        FakeClient again = join("Ben", "offer", null, ben.seat());
        say(again, recall(2));
        assertThat(again.last(ServerMessage.Erased.class).through()).isEqualTo(2);
        assertThat(lines(again)).extracting(ChatLine::number).containsExactly(3L);
    }

    @Test
    void theHostKeepsTheChatForHimself() {
        say(host, chat(false, null));
        assertThat(ana.room().chat()).isEqualTo(new ChatState(false, true));
        assertRefused(ana, write("May I?"), ProblemCode.CHAT_CLOSED);
        say(host, write("Only me"));
        say(ana, react(Reaction.HEART));
        assertRefused(ana, chat(true, null), ProblemCode.NOT_HOST);
        say(host, chat(true, null));
        say(ana, write("I may"));
        pass(Duration.ofMillis(200));
        assertThat(read(ben)).containsExactly("Only me", "I may");
    }

    @Test
    void whomTheHostSilencesWritesNothingWhereverHeComesFrom() {
        say(host, silence(ana, true));
        assertThat(state(ana).silenced()).isTrue();
        assertRefused(ana, write("But"), ProblemCode.SILENCED);
        assertRefused(ana, react(Reaction.LAUGH), ProblemCode.SILENCED);
        assertRefused(ana, silence(ana, false), ProblemCode.BAD_MESSAGE);
        assertRefused(ben, silence(ana, false), ProblemCode.NOT_HOST);
        disconnect(ana);
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertRefused(back, write("But"), ProblemCode.SILENCED);
        say(back, new ClientMessage.Leave(null));
        FakeClient anew = join("Other name");
        assertRefused(anew, write("But"), ProblemCode.SILENCED);
        say(host, silence(anew, false));
        say(anew, write("Thank you"));
        assertThat(read(host)).containsExactly("Thank you");
    }

    @Test
    void whoCannotBeHeardMayWriteStill() {
        say(host, new ClientMessage.Mute(null, ana.you(), Line.AUDIO, true));
        say(ana, write("A question"));
        assertThat(read(host)).containsExactly("A question");
    }

    @Test
    void whoIsOutsideNeitherWritesNorReads() {
        assertRefused(new FakeClient(), write("Hello"), ProblemCode.NOT_JOINED);
        say(host, new ClientMessage.Door(null, true, null));
        FakeClient knocking = join("Cem");
        assertRefused(knocking, write("Let me in"), ProblemCode.NOT_JOINED);
        assertRefused(knocking, recall(0), ProblemCode.NOT_JOINED);
        assertRefused(knocking, react(Reaction.CLAP), ProblemCode.NOT_JOINED);
        say(ana, write("among us"));
        say(host, remove(ben));
        assertRefused(ben, write("Hey"), ProblemCode.NOT_JOINED);
        assertRefused(ben, recall(0), ProblemCode.NOT_JOINED);
        say(ana, new ClientMessage.Leave(null));
        assertRefused(ana, write("One more"), ProblemCode.NOT_JOINED);
        assertThat(read(knocking)).isEmpty();
        assertThat(read(host)).containsExactly("among us");
    }

    @Test
    void aReactionIsShownToAllAndKeptByNobody() {
        say(ana, react(Reaction.THUMBS_UP));
        say(ben, react(Reaction.CELEBRATE));
        pass(Duration.ofMillis(200));
        assertThat(signs(host))
                .containsExactly(
                        new Reacted(ana.you(), Reaction.THUMBS_UP),
                        new Reacted(ben.you(), Reaction.CELEBRATE));
        FakeClient late = join("Cem");
        say(late, recall(0));
        assertThat(signs(late)).isEmpty();
    }

    @Test
    void whoReactsTooOftenIsToldHowLongToWait() {
        for (int i = 0; i < 5; i++) {
            say(ana, react(Reaction.CLAP));
        }
        Refusal refusal = refused(ana, react(Reaction.CLAP));
        assertThat(refusal.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        assertThat(refusal.problem().retryAfter()).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        say(ana, react(Reaction.CLAP));
    }

    @Test
    void aChatEndsWithTheLastWhoGoes() {
        say(ana, write("secret"));
        for (FakeClient one : List.of(host, ana, ben)) {
            say(one, new ClientMessage.Leave(null));
        }
        pass(Duration.ofMillis(200));
        FakeClient next = join("Cem");
        say(next, recall(0));
        say(next, write("new"));
        pass(Duration.ofMillis(200));
        assertThat(lines(next)).extracting(ChatLine::number).containsExactly(2L);
    }

    @Test
    void howTheChatIsHeldOutlivesTheRoomInMemory() {
        List<Kept> kept = new ArrayList<>();
        Room first = newRoom(Kept.NOTHING, kept::add);
        FakeClient tending = new FakeClient();
        say(first, tending, joining("Hanna", HOST_KEY));
        say(first, tending, chat(false, false));
        Room second = newRoom(kept.getLast(), now -> {});
        assertThat(second.state().chat()).isEqualTo(new ChatState(false, false));
    }

    @Test
    void aSocketThatFailsHarmsNobodyElse() {
        ben.broken = true;
        say(ana, write("Hello"));
        assertThat(read(host)).containsExactly("Hello");
    }
}
