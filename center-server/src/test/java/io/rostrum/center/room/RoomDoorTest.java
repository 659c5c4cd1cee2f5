package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.center.account.Traces;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.DoorState;
import io.rostrum.protocol.signal.Knock;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.ServerMessage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomDoorTest extends RoomHarness {
    private static final String ELSEWHERE = "198.51.100.7";

    private final FakeClient host = joinHost();

    private static ClientMessage door(@Nullable Boolean closed, @Nullable Boolean enterMuted) {
        return new ClientMessage.Door(null, closed, enterMuted);
    }

    private static ClientMessage admit(Knock who, boolean on) {
        return new ClientMessage.Admit(null, who.id(), on);
    }

    private static ClientMessage mute(FakeClient whom, Line line, boolean on) {
        return new ClientMessage.Mute(null, whom.you(), line, on);
    }

    private static ClientMessage.Join knocking(String name, String device) {
        return new ClientMessage.Join("j", name, "offer", null, null, device);
    }

    private FakeClient come(String name, String device, String network) {
        FakeClient client = new FakeClient();
        client.network = network;
        say(client, knocking(name, device));
        return client;
    }

    private void assertOut(String name, String device, String network) {
        FakeClient client = new FakeClient();
        client.network = network;
        assertRefused(client, knocking(name, device), ProblemCode.REMOVED);
    }

    private static boolean waits(FakeClient client) {
        return client.all(ServerMessage.Joined.class).isEmpty()
                && !client.all(ServerMessage.Waiting.class).isEmpty();
    }

    private List<Knock> knocks() {
        return host.last(ServerMessage.Knocks.class).people();
    }

    private List<String> names() {
        return host.room().participants().stream().map(ParticipantState::name).toList();
    }

    @Test
    void whoKnocksAtAClosedDoorWaitsOutsideUntilHeIsLetIn() {
        say(host, door(true, null));
        FakeClient ana = come("Ana", "a", ELSEWHERE);
        assertThat(waits(ana)).isTrue();
        assertThat(ana.all(ServerMessage.Change.class)).isEmpty();
        assertThat(media.lines).hasSize(1);
        assertThat(names()).containsExactly("Hanna");
        assertThat(knocks()).extracting(Knock::name).containsExactly("Ana");
        assertRefused(ana, choose(SPEAKER), ProblemCode.NOT_JOINED);
        assertRefused(ana, knocking("Ana", "a"), ProblemCode.ALREADY_JOINED);
        say(host, admit(knocks().getFirst(), true));
        assertThat(ana.last(ServerMessage.Joined.class).answer()).isEqualTo("answer to offer");
        assertThat(names()).containsExactly("Hanna", "Ana");
        assertThat(knocks()).isEmpty();
    }

    @Test
    void whoIsSentAwayFromTheDoorIsToldAndDoesNotKnockAgain() {
        say(host, door(true, null));
        FakeClient eve = come("Eve", "e", ELSEWHERE);
        say(host, admit(knocks().getFirst(), false));
        ServerMessage.Refused refused = eve.last(ServerMessage.Refused.class);
        assertThat(refused.ref()).isEqualTo("j");
        assertThat(refused.problem().type()).endsWith("/not-admitted");
        assertOut("Eve", "e", ELSEWHERE);
    }

    @Test
    void openingTheDoorLetsInWhoWaits() {
        say(host, door(true, null));
        FakeClient ana = come("Ana", "a", ELSEWHERE);
        FakeClient ben = come("Ben", "b", ELSEWHERE);
        say(host, door(false, null));
        assertThat(names()).containsExactly("Hanna", "Ana", "Ben");
        assertThat(waits(ana)).isFalse();
        assertThat(waits(ben)).isFalse();
    }

    @Test
    void whoHasASeatTheHostAndEncodersPassAClosedDoor() {
        FakeClient ana = join("Ana");
        say(host, door(true, null));
        disconnect(ana);
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertThat(back.you()).isEqualTo(ana.you());
        enter("Camera");
        FakeClient again = joinHost();
        assertThat(again.you()).isEqualTo(host.you());
    }

    @Test
    void aHostWhoComesIsToldWhoWaits() {
        say(host, door(true, null));
        disconnect(host);
        come("Ana", "a", ELSEWHERE);
        FakeClient back = joinHost();
        assertThat(back.last(ServerMessage.Knocks.class).people())
                .extracting(Knock::name)
                .containsExactly("Ana");
    }

    @Test
    void whoGoesAwayOrWaitsTooLongWaitsNoMore() {
        say(host, door(true, null));
        FakeClient ana = come("Ana", "a", ELSEWHERE);
        FakeClient ben = come("Ben", "b", ELSEWHERE);
        FakeClient cem = come("Cem", "c", ELSEWHERE);
        disconnect(ana);
        say(ben, new ClientMessage.Leave(null));
        assertThat(knocks()).extracting(Knock::name).containsExactly("Cem");
        pass(Door.LONGEST_WAIT);
        assertThat(knocks()).isEmpty();
        assertThat(cem.last(ServerMessage.Refused.class).problem().type())
                .endsWith("/not-admitted");
    }

    @Test
    void onlySoManyWait() {
        say(host, door(true, null));
        for (int i = 0; i < Door.MOST_OF_ONE_NETWORK; i++) {
            come("Ana", "a" + i, ELSEWHERE);
        }
        FakeClient more = new FakeClient();
        more.network = ELSEWHERE;
        assertRefused(more, knocking("Ana", "more"), ProblemCode.NOT_ADMITTED);
        for (int i = knocks().size(); i < Door.MOST_WAITING; i++) {
            come("Ana", "b" + i, "203.0.113." + i);
        }
        assertRefused(new FakeClient(), knocking("Ana", "more"), ProblemCode.NOT_ADMITTED);
    }

    @Test
    void anOfferThatCannotBeAnsweredIsRefusedWhenItsTurnComes() {
        say(host, door(true, null));
        FakeClient ana = new FakeClient();
        say(ana, new ClientMessage.Join("j", "Ana", FakeMedia.GARBAGE, null, null, null));
        FakeClient ben = come("Ben", "b", ELSEWHERE);
        say(host, door(false, null));
        assertThat(ana.last(ServerMessage.Refused.class).problem().type()).endsWith("/bad-offer");
        assertThat(waits(ben)).isFalse();
    }

    @Test
    void onlyTheHostMindsTheDoor() {
        FakeClient ana = join("Ana");
        assertRefused(ana, door(true, true), ProblemCode.NOT_HOST);
        assertRefused(ana, new ClientMessage.Admit(null, "w1", true), ProblemCode.NOT_HOST);
        assertRefused(ana, new ClientMessage.Forgive(null), ProblemCode.NOT_HOST);
        assertRefused(
                host, new ClientMessage.Admit(null, "w1", true), ProblemCode.UNKNOWN_PARTICIPANT);
        assertThat(ana.all(ServerMessage.Knocks.class)).isEmpty();
        assertThat(room.state().door()).isEqualTo(DoorState.OPEN);
    }

    @Test
    void newcomersAreMutedWhereTheHostSaysSo() {
        FakeClient ana = join("Ana");
        say(host, door(null, true));
        FakeClient ben = join("Ben");
        assertThat(media.of(ana).heard).isTrue();
        assertThat(media.of(ben).heard).isFalse();
        assertRefused(ben, mute(ben, Line.AUDIO, false), ProblemCode.MUTED_BY_HOST);
        say(host, mute(ben, Line.AUDIO, false));
        assertThat(media.of(ben).heard).isTrue();
        assertThat(media.lines.get(enter("Camera").participant()).heard).isTrue();
        assertThat(media.of(joinHost()).heard).isTrue();
        assertThat(host.closed).isTrue();
    }

    @Test
    void whoWasMutedByTheHostIsMutedWithoutHisSeatToo() {
        FakeClient eve = come("Eve", "e", ELSEWHERE);
        say(host, mute(eve, Line.AUDIO, true));
        say(host, mute(eve, Line.VIDEO, true));
        say(eve, new ClientMessage.Leave(null));
        FakeClient byDevice = come("Eva", "e", "203.0.113.9");
        assertThat(media.of(byDevice).heard).isFalse();
        assertThat(state(byDevice).video().mutedByHost()).isTrue();
        FakeClient byAddress = come("Ava", "private window", ELSEWHERE);
        assertThat(media.of(byAddress).heard).isFalse();
        assertThat(media.of(come("Ana", "a", "203.0.113.9")).heard).isTrue();
        pass(Memory.LENGTH);
        assertThat(media.of(come("Eve", "e", ELSEWHERE)).heard).isTrue();
    }

    @Test
    void aMuteThatTheHostTookBackIsForgotten() {
        FakeClient eve = come("Eve", "e", ELSEWHERE);
        say(host, mute(eve, Line.AUDIO, true));
        say(host, mute(eve, Line.AUDIO, false));
        say(eve, new ClientMessage.Leave(null));
        assertThat(media.of(come("Eve", "e", ELSEWHERE)).heard).isTrue();
    }

    @Test
    void whoWasRemovedStaysOutAndHisNeighboursWait() {
        FakeClient eve = come("Eve", "e", ELSEWHERE);
        say(host, remove(eve));
        assertThat(host.room().door().sentOut()).isEqualTo(1);
        assertOut("Eva", "e", "203.0.113.9");
        assertThat(waits(come("Eva", "private window", ELSEWHERE))).isTrue();
        assertThat(waits(come("Ana", "a", "203.0.113.9"))).isFalse();
        pass(Memory.LENGTH);
        assertThat(host.room().door().sentOut()).isZero();
        assertThat(waits(come("Eve", "e", ELSEWHERE))).isFalse();
    }

    @Test
    void theHostLetsThoseComeAgainWhomHeRemoved() {
        FakeClient eve = come("Eve", "e", ELSEWHERE);
        say(host, remove(eve));
        say(host, new ClientMessage.Forgive(null));
        assertThat(host.room().door().sentOut()).isZero();
        assertThat(waits(come("Eve", "e", ELSEWHERE))).isFalse();
    }

    @Test
    void theHostIsNeverKeptOutNorMuted() {
        FakeClient own = come("Phone", "h", host.network);
        say(host, remove(own));
        say(host, door(true, true));
        FakeClient back = joinHost();
        assertThat(back.you()).isEqualTo(host.you());
        assertThat(media.of(back).heard).isTrue();
    }

    @Test
    void anEncoderThatWasRemovedStaysOutByItsNameAndOthersOfTheTokenDoNot() {
        Room.Entered camera = enter("Camera");
        say(host, new ClientMessage.Remove(null, camera.participant()));
        assertThatThrownBy(() -> enter("ＣＡＭＥＲＡ"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.REMOVED));
        enter("Camera 2");
    }

    @Test
    void anEncodersMuteHoldsWhenItsSeatIsGone() {
        Room.Entered camera = enter("Camera");
        say(host, new ClientMessage.Mute(null, camera.participant(), Line.VIDEO, true));
        leave(camera);
        pass(Duration.ofSeconds(31));
        Room.Entered back = enter("Camera");
        assertThat(back.participant()).isNotEqualTo(camera.participant());
        assertThat(host.room().participants().getLast().video().mutedByHost()).isTrue();
    }

    @Test
    void aRoomThatClosesTellsThoseWhoWait() {
        say(host, door(true, null));
        FakeClient ana = come("Ana", "a", ELSEWHERE);
        room.close(clock.nanos());
        assertThat(ana.last(ServerMessage.Closed.class).reason())
                .isEqualTo(CloseReason.ROOM_CLOSED);
        assertThat(room.busy()).isFalse();
    }

    @Test
    void whoTookHisSeatToAnotherDeviceIsKnownByTheFirstOneToo() {
        FakeClient eve = come("Eve", "first", ELSEWHERE);
        FakeClient moved = new FakeClient();
        moved.network = "203.0.113.9";
        say(moved, new ClientMessage.Join("j", "Eve", "offer", null, eve.seat(), null));
        say(host, new ClientMessage.Remove(null, moved.you()));
        assertOut("Eve", "first", ELSEWHERE);
        assertThat(host.room().door().sentOut()).isEqualTo(1);
    }

    @Test
    void whatIsRememberedHasABound() {
        Memory memory = new Memory();
        for (int i = 0; i < 10_000; i++) {
            memory.remove(new Traces("d" + i, "n" + i), 0);
        }
        assertThat(memory.sentOut()).isEqualTo(Memory.MOST);
        assertThat(memory.of(new Traces("d9999", "x"), 0).removed()).isTrue();
        assertThat(memory.of(new Traces("d1", "x"), 0).removed()).isFalse();
        memory.expire(Memory.LENGTH.toNanos());
        assertThat(memory.isEmpty()).isTrue();
    }
}
