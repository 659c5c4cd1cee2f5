package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Role;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.protocol.signal.VideoSource;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomJoinTest extends RoomHarness {
    @Test
    void oneAddressDoesNotFillTheRoomWithPeopleOfWhomNoMediaComes() {
        media.proven = false;
        for (int i = 0; i < 5; i++) {
            join("Eve " + i);
        }
        assertRefused(new FakeClient(), joining("Eve 6", null), ProblemCode.TOO_MANY_REQUESTS);
        FakeClient ana = new FakeClient();
        ana.network = "192.0.2.9";
        say(ana, joining("Ana", null));
        assertThat(ana.room().participants()).hasSize(6);
    }

    @Test
    void aClassBehindOneAddressFillsTheRoomAsSoonAsItIsConnected() {
        for (int i = 0; i < 10; i++) {
            join("Pupil " + i);
        }
        assertThat(room.state().participants()).hasSize(10);
    }

    @Test
    void whoseMediaNeverCameLeavesNoSeat() {
        media.proven = false;
        FakeClient eve = join("Eve");
        media.listener().onLost(eve.you(), clock.nanos());
        assertThat(eve.last(ServerMessage.Closed.class).reason()).isEqualTo(CloseReason.IDLE);
        assertThat(room.state().participants()).isEmpty();
    }

    @Test
    void tellsWhoComesInThatHeIsInBeforeAnythingElse() {
        FakeClient ana = join("Ana");
        assertThat(ana.told.getFirst()).isInstanceOf(ServerMessage.Joined.class);
        ServerMessage.Joined joined = ana.last(ServerMessage.Joined.class);
        assertThat(joined.answer()).isEqualTo("answer to offer");
        assertThat(joined.room().participants())
                .extracting(ParticipantState::name)
                .containsExactly("Ana");
    }

    @Test
    void tellsEverybodyWhoComesIn() {
        FakeClient ana = join("Ana");
        join("Ben");
        assertThat(ana.room().participants())
                .extracting(ParticipantState::name)
                .containsExactly("Ana", "Ben");
    }

    @Test
    void revisionGrowsWithEveryChangeAndOnlyThen() {
        FakeClient ana = join("Ana");
        long before = ana.room().revision();
        int told = ana.all(ServerMessage.Change.class).size();
        say(ana, choose(NONE));
        assertThat(ana.all(ServerMessage.Change.class)).hasSize(told);
        say(ana, new ClientMessage.Microphone(null, false));
        assertThat(ana.room().revision()).isEqualTo(before + 1);
    }

    @Test
    void theHostKeyMakesTheHost() {
        FakeClient host = joinHost();
        FakeClient guest = join("Ana");
        assertThat(state(host).role()).isEqualTo(Role.HOST);
        assertThat(state(guest).role()).isEqualTo(Role.PARTICIPANT);
    }

    @Test
    void aSecondConnectionOfTheHostReplacesTheFirstAndIsTheSameParticipant() {
        FakeClient first = joinHost();
        FakeMedia.Line firstLine = media.of(first);
        FakeClient second = joinHost();
        assertThat(first.last(ServerMessage.Closed.class).reason()).isEqualTo(CloseReason.REPLACED);
        assertThat(first.closed).isTrue();
        assertThat(firstLine.closed).isTrue();
        assertThat(second.you()).isEqualTo(first.you());
        assertThat(room.state().participants()).hasSize(1);
        room.disconnected(first, clock.nanos());
        assertThat(state(second).connected()).isTrue();
    }

    @Test
    void aNameIsWanted() {
        assertRefused(
                new FakeClient(),
                new ClientMessage.Join(null, "  ", "offer", null, null, null),
                ProblemCode.NAME_MISSING);
    }

    @Test
    void aNameHasAnEnd() {
        assertRefused(
                new FakeClient(),
                new ClientMessage.Join(null, "x".repeat(65), "offer", null, null, null),
                ProblemCode.BAD_MESSAGE);
    }

    @Test
    void anOfferThatCannotBeAnsweredChangesNothing() {
        FakeClient host = joinHost();
        assertRefused(
                new FakeClient(),
                new ClientMessage.Join(null, "Hanna", FakeMedia.GARBAGE, HOST_KEY, null, null),
                ProblemCode.BAD_OFFER);
        assertThat(host.closed).isFalse();
        assertThat(state(host).connected()).isTrue();
    }

    @Test
    void aFullRoomTakesTheHostOnly() {
        Room small = newRoom(1);
        say(small, new FakeClient(), joining("Ana", null));
        assertThatThrownBy(() -> say(small, new FakeClient(), joining("Ben", null)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.ROOM_FULL));
        say(small, new FakeClient(), joining("Hanna", HOST_KEY));
        assertThat(small.state().participants()).hasSize(2);
    }

    @Test
    void nothingIsDoneForWhoHasNotJoined() {
        assertRefused(new FakeClient(), choose(NONE), ProblemCode.NOT_JOINED);
    }

    @Test
    void joiningTwiceIsRefused() {
        FakeClient ana = join("Ana");
        assertRefused(
                ana,
                new ClientMessage.Join(null, "Ana", "offer", null, null, null),
                ProblemCode.ALREADY_JOINED);
    }

    @Test
    void somebodyWithoutCameraAndMicrophoneIsWelcome() {
        FakeClient ana = join("Ana", FakeMedia.LISTENER, null, null);
        assertThat(state(ana).audio().present()).isFalse();
        assertThat(state(ana).video().source()).isEqualTo(VideoSource.NONE);
    }

    @Test
    void aSeatIsKeptForThirtySeconds() {
        FakeClient ana = join("Ana");
        FakeClient ben = join("Ben");
        disconnect(ana);
        assertThat(ben.room().participants().getFirst().connected()).isFalse();
        pass(Duration.ofSeconds(29));
        assertThat(ben.room().participants()).hasSize(2);
        pass(Duration.ofSeconds(1));
        assertThat(ben.room().participants())
                .extracting(ParticipantState::name)
                .containsExactly("Ben");
    }

    @Test
    void whoComesBackIsTheSameWithMutesAndSelectionAsTheyWere() {
        FakeClient ana = join("Ana");
        FakeClient ben = join("Ben");
        say(ana, choose(of(ben)));
        say(ana, new ClientMessage.Mute(null, ana.you(), Line.AUDIO, true));
        String id = ana.you();
        disconnect(ana);
        pass(Duration.ofSeconds(20));
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertThat(back.you()).isEqualTo(id);
        assertThat(back.view().selection()).isEqualTo(of(ben));
        assertThat(state(back).audio().mutedBySelf()).isTrue();
        assertThat(media.of(back).heard).isFalse();
        pass(Duration.ofSeconds(60));
        assertThat(state(back).connected()).isTrue();
    }

    @Test
    void whoComesBackBeforeHisBreakWasNoticedReplacesHimself() {
        FakeClient ana = join("Ana");
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertThat(ana.last(ServerMessage.Closed.class).reason()).isEqualTo(CloseReason.REPLACED);
        assertThat(back.you()).isEqualTo(ana.you());
    }

    @Test
    void aLostSeatMakesANewParticipant() {
        FakeClient ana = join("Ana");
        disconnect(ana);
        pass(Duration.ofSeconds(31));
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertThat(back.you()).isNotEqualTo(ana.you());
    }

    @Test
    void whoLeavesGivesHisSeatBack() {
        FakeClient ana = join("Ana");
        say(ana, new ClientMessage.Leave(null));
        assertThat(media.of(ana).closed).isTrue();
        assertThat(room.state().participants()).isEmpty();
    }

    @Test
    void whoseMediaAreLostIsTold() {
        FakeClient ana = join("Ana");
        media.listener().onLost(ana.you(), clock.nanos());
        assertThat(ana.last(ServerMessage.Closed.class).reason()).isEqualTo(CloseReason.IDLE);
        assertThat(state(ana).connected()).isFalse();
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertThat(back.you()).isEqualTo(ana.you());
    }

    @Test
    void theHostSendsSomebodyOutAndHisSeatIsGone() {
        FakeClient host = joinHost();
        FakeClient ana = join("Ana");
        say(host, remove(ana));
        assertThat(ana.last(ServerMessage.Closed.class).reason()).isEqualTo(CloseReason.REMOVED);
        assertThat(media.of(ana).closed).isTrue();
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertThat(back.told).containsExactly(new ServerMessage.Waiting());
        assertThat(room.state().participants()).hasSize(1);
    }

    @Test
    void nobodyElseSendsSomebodyOut() {
        FakeClient host = joinHost();
        FakeClient ana = join("Ana");
        assertRefused(ana, remove(host), ProblemCode.NOT_HOST);
        assertRefused(host, remove(host), ProblemCode.BAD_MESSAGE);
        assertRefused(host, new ClientMessage.Remove(null, "p99"), ProblemCode.UNKNOWN_PARTICIPANT);
    }

    @Test
    void aRoomThatClosesTellsEverybody() {
        FakeClient ana = join("Ana");
        room.close(clock.nanos());
        assertThat(ana.last(ServerMessage.Closed.class).reason())
                .isEqualTo(CloseReason.ROOM_CLOSED);
        assertThat(room.busy()).isFalse();
    }

    @Test
    void whoseOfferIsRefusedKeepsTheNameThatHeHad() {
        FakeClient ana = join("Ana");
        assertRefused(
                new FakeClient(),
                new ClientMessage.Join(null, "Eve", FakeMedia.GARBAGE, null, ana.seat(), null),
                ProblemCode.BAD_OFFER);
        assertThat(state(ana).name()).isEqualTo("Ana");
        FakeClient again = join("Anna", "offer", null, ana.seat());
        assertThat(state(again).name()).isEqualTo("Anna");
    }

    @Test
    void whoCannotBeToldKeepsNobodyElseFromHearing() {
        FakeClient ana = join("Ana");
        FakeClient ben = join("Ben");
        ana.broken = true;
        join("Chen");
        assertThat(ben.room().participants()).hasSize(3);
    }
}
