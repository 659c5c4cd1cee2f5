package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.center.account.Traces;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.ViewReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomEncoderTest extends RoomHarness {
    private static final Traces ELSEWHERE = new Traces(null, "198.51.100.7");

    private final FakeClient host = joinHost();

    private static Selection of(Room.Entered encoder) {
        return Selection.participant(encoder.participant());
    }

    private ParticipantState last() {
        return host.room().participants().getLast();
    }

    private void sends(Room.Entered encoder) {
        media.listener().onVideo(encoder.participant(), VideoCodec.H264);
    }

    private static void assertUnknown(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo(ProblemCode.UNKNOWN_PARTICIPANT));
    }

    @Test
    void anEncoderComesInAndLeaves() {
        Room.Entered entered = enter("Camera 2");
        assertThat(last().encoder()).isTrue();
        assertThat(entered.answer()).isEqualTo("answer to offer");
        assertUnknown(() -> room.leave(host.you(), "", clock.nanos()));
        leave(entered);
        assertThat(host.room().participants()).hasSize(1);
        assertUnknown(() -> leave(entered));
    }

    @Test
    void anEncoderLeavesAFullRoomToo() {
        Room small = newRoom(1);
        Room.Entered entered = enter(small, "Camera 2", visitor(TOKEN, NOWHERE));
        small.leave(entered.participant(), entered.session(), clock.nanos());
        assertThat(small.state().participants()).isEmpty();
    }

    @Test
    void anEncoderWhoseMediaAreLostHasItsSeatForAWhile() {
        Room.Entered entered = enter("Camera 2", HOST_KEY);
        media.listener().onLost(entered.participant(), clock.nanos());
        assertThat(last().connected()).isFalse();
        pass(Duration.ofSeconds(29));
        assertThat(host.room().participants()).hasSize(2);
        pass(Duration.ofSeconds(1));
        assertThat(host.room().participants()).hasSize(1);
    }

    @Test
    void anEncoderThatDiedUnnoticedTakesItsSeatBackAndIsOnAirAtOnce() {
        Room.Entered entered = enter("Camera 2");
        sends(entered);
        say(host, lock(true, of(entered)));
        say(host, broadcast(true));
        FakeMedia.Line before = media.lines.get(entered.participant());
        pass(Duration.ofSeconds(3));
        Room.Entered back = enter("Camera 2");
        sends(back);
        assertThat(back.participant()).isEqualTo(entered.participant());
        assertThat(before.closed).isTrue();
        assertThat(media.lines.get(back.participant()).closed).isFalse();
        assertThat(host.room().assigned()).isEqualTo(of(entered));
        assertThat(media.of(host).watched).isEqualTo(entered.participant());
        assertThat(studio.taken).containsExactly(entered.participant());
        assertThat(studio.started).isEqualTo(1);
    }

    @Test
    void mutesOfTheHostHoldWhenItsEncoderComesBack() {
        Room.Entered entered = enter("Camera 2");
        say(host, new ClientMessage.Mute(null, entered.participant(), Line.AUDIO, true));
        say(host, new ClientMessage.Mute(null, entered.participant(), Line.VIDEO, true));
        pass(Duration.ofSeconds(3));
        Room.Entered back = enter("Camera 2");
        assertThat(media.lines.get(back.participant()).heard).isFalse();
        assertThat(last().video().mutedByHost()).isTrue();
    }

    @Test
    void anEncoderThatWasStoppedAndStartedIsWhereItWas() {
        Room.Entered entered = enter("Camera 2");
        sends(entered);
        say(host, choose(of(entered)));
        say(host, broadcast(true));
        leave(entered);
        assertThat(host.room().participants()).hasSize(1);
        assertThat(host.view().reason()).isEqualTo(ViewReason.NOBODY);
        assertThat(studio.taken.getLast()).isNull();
        pass(Duration.ofSeconds(20));
        Room.Entered back = enter("Camera 2");
        assertThat(back.participant()).isEqualTo(entered.participant());
        assertThat(media.of(host).watched).isEqualTo(entered.participant());
        assertThat(studio.taken.getLast()).isEqualTo(entered.participant());
    }

    @Test
    void whoStaysAwayLongerIsNew() {
        Room.Entered entered = enter("Camera 2");
        sends(entered);
        say(host, lock(true, of(entered)));
        leave(entered);
        pass(Duration.ofSeconds(30));
        assertThat(host.room().assigned()).isEqualTo(NONE);
        assertThat(enter("Camera 2").participant()).isNotEqualTo(entered.participant());
    }

    @Test
    void anOfferThatCannotBeAnsweredEndsNothing() {
        Room.Entered entered = enter("Camera 2");
        pass(Duration.ofSeconds(3));
        assertThatThrownBy(() ->
                        room.enter(
                                visitor(TOKEN, NOWHERE),
                                "Camera 2",
                                FakeMedia.GARBAGE,
                                clock.nanos()))
                .isInstanceOf(Refusal.class);
        assertThat(media.lines.get(entered.participant()).closed).isFalse();
        leave(entered);
    }

    @Test
    void theStayBeforeCannotEndTheOneNow() {
        Room.Entered entered = enter("Camera 2");
        pass(Duration.ofSeconds(3));
        Room.Entered back = enter("Camera 2");
        assertUnknown(() -> leave(entered));
        assertThat(media.lines.get(back.participant()).closed).isFalse();
    }

    @Test
    void twoOfOneNameThatBothSendAreTwoAndEachComesBackToItsOwnSeat() {
        Room.Entered first = enter("Encoder");
        Room.Entered second = enter(room, "Encoder", visitor(TOKEN, ELSEWHERE));
        assertThat(second.participant()).isNotEqualTo(first.participant());
        assertThat(host.room().participants())
                .extracting(ParticipantState::name)
                .containsExactly("Hanna", "Encoder", "Encoder (2)");
        pass(Duration.ofSeconds(3));
        assertThat(enter(room, "Encoder", visitor(TOKEN, ELSEWHERE)).participant())
                .isEqualTo(second.participant());
        assertThat(enter("Encoder").participant()).isEqualTo(first.participant());
        assertThat(last().name()).isEqualTo("Encoder (2)");
    }

    @Test
    void anEncoderWhoseOldPacketsWereStillComingTakesItsPlaceOnceTheyEnd() {
        Room.Entered entered = enter("Camera 2");
        sends(entered);
        say(host, lock(true, of(entered)));
        say(host, broadcast(true));
        say(host, new ClientMessage.Mute(null, entered.participant(), Line.AUDIO, true));
        FakeMedia.Line old = media.lines.get(entered.participant());
        pass(Duration.ofSeconds(30));
        old.heardAt = clock.nanos();
        Room.Entered heir = enter("Camera 2");
        sends(heir);
        assertThat(heir.participant()).isNotEqualTo(entered.participant());
        old.heardAt = clock.nanos() + Duration.ofMillis(300).toNanos();
        pass(Duration.ofMillis(1200));
        media.lines.get(heir.participant()).heardAt = clock.nanos();
        assertThat(host.room().participants()).hasSize(3);
        pass(Duration.ofMillis(200));
        assertThat(host.room().participants())
                .extracting(ParticipantState::name)
                .containsExactly("Hanna", "Camera 2");
        assertThat(old.closed).isTrue();
        assertThat(host.room().assigned()).isEqualTo(of(heir));
        assertThat(studio.taken.getLast()).isEqualTo(heir.participant());
        assertThat(last().audio().mutedByHost()).isTrue();
    }

    @Test
    void whoSendsBesideAnotherForLongerDoesNotInheritFromIt() {
        Room.Entered first = enter("Encoder");
        Room.Entered second = enter("Encoder");
        sends(first);
        say(host, choose(of(first)));
        for (int tick = 0; tick < 150; tick++) {
            media.lines.get(first.participant()).heardAt = clock.nanos();
            media.lines.get(second.participant()).heardAt = clock.nanos();
            pass(Duration.ofMillis(100));
        }
        pass(Duration.ofSeconds(5));
        assertThat(host.room().participants()).hasSize(3);
        assertThat(host.view().selection()).isEqualTo(of(first));
    }

    @Test
    void anEncoderFromAnotherNetworkHasItsSeatToo() {
        Room.Entered entered = enter("Camera 2");
        pass(Duration.ofSeconds(3));
        assertThat(enter(room, "Camera 2", visitor(TOKEN, ELSEWHERE)).participant())
                .isEqualTo(entered.participant());
    }

    @Test
    void anotherSecretOrAnotherNameIsAnotherEncoder() {
        Room.Entered entered = enter("Camera 2");
        pass(Duration.ofSeconds(3));
        assertThat(enter("Camera 2", HOST_KEY).participant()).isNotEqualTo(entered.participant());
        assertThat(enter("Camera 3").participant()).isNotEqualTo(entered.participant());
    }

    @Test
    void whatWasStoppedAndStartedOverAndOverUnderNewNamesLeavesNothing() {
        Room.Entered first = enter("Camera");
        leave(first);
        for (int i = 0; i < 100; i++) {
            leave(enter("Camera " + i));
        }
        leave(enter("Camera 99"));
        assertThat(enter("Camera").participant()).isNotEqualTo(first.participant());
        say(host, new ClientMessage.Leave(null));
        media.listener().onLost(enter("Camera 99").participant(), clock.nanos());
        pass(Duration.ofSeconds(31));
        assertThat(room.state().participants()).hasSize(1);
    }
}
