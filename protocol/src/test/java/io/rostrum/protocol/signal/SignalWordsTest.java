package io.rostrum.protocol.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of the wire, as docs/protocol.md has them. */
class SignalWordsTest {
    private static List<String> names(WireNamed[] constants) {
        return Stream.of(constants).map(WireNamed::wireName).toList();
    }

    @Test
    void constantsAreCalledAsInTheDocument() {
        assertThat(names(Right.values()))
                .containsExactly("choose", "lock", "mute-others", "remove", "admit", "broadcast");
        assertThat(names(BroadcastPhase.values()))
                .containsExactly("off", "starting", "on", "interrupted", "stopping");
        assertThat(names(BroadcastWarning.Code.values()))
                .containsExactly("out-of-step", "not-converted", "no-card");
        assertThat(names(CloseReason.values()))
                .containsExactly("removed", "replaced", "room-closed", "idle");
        assertThat(names(ViewReason.values()))
                .containsExactly("nobody", "no-picture", "codec", "waiting");
        assertThat(names(VideoTrouble.Kind.values())).containsExactly("key-frames", "b-frames");
        assertThat(names(VideoSource.values())).containsExactly("camera", "screen", "none");
        assertThat(names(VideoCodec.values())).containsExactly("H264", "VP8");
        assertThat(names(Line.values())).containsExactly("audio", "video", "chat");
        assertThat(names(Reaction.values()))
                .containsExactly("thumbs-up", "clap", "heart", "laugh", "surprise", "celebrate");
        assertThat(names(Role.values())).containsExactly("host", "participant");
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_MESSAGE,bad-message,400",
        "NOT_HOST,not-host,403",
        "MUTED_BY_HOST,muted-by-host,403",
        "UNKNOWN_ROOM,unknown-room,404",
        "BAD_OFFER,bad-offer,406",
        "NOT_JOINED,not-joined,409",
        "TOO_MANY_REQUESTS,too-many-requests,429",
        "ROOM_FULL,room-full,503"
    })
    void aProblemSaysItsCodeItsStatusAndWhatIsParticular(
            ProblemCode code, String name, int status) {
        Problem problem = Problem.of(code, "This time.");
        assertThat(problem.type()).isEqualTo("https://rostrum.io/problems/" + name);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.title()).isNotBlank();
        assertThat(problem.detail()).isEqualTo("This time.");
    }

    @Test
    void noTwoProblemsAreTheSame() {
        Set<String> types = new HashSet<>();
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(types.add(code.type())).as(code.type()).isTrue();
        }
    }

    @Test
    void secretsDoNotReachALog() {
        ClientMessage.Join join =
                new ClientMessage.Join("1", "Ana", "v=0", "the key", "the seat", "device");
        assertThat(join.toString()).contains("Ana").doesNotContain("the key", "the seat");
    }

    @Test
    void aLineIsMutedByEitherHand() {
        assertThat(new AudioState(true, false, false).muted()).isFalse();
        assertThat(new AudioState(true, true, false).muted()).isTrue();
        assertThat(new AudioState(true, false, true).muted()).isTrue();
        assertThat(video(false, false).muted()).isFalse();
        assertThat(video(true, false).muted()).isTrue();
        assertThat(video(false, true).muted()).isTrue();
    }

    private static VideoState video(boolean bySelf, boolean byHost) {
        return new VideoState(VideoSource.CAMERA, bySelf, byHost, null, false, null);
    }

    @Test
    void aProgramKeepsAllElseWhenItsPictureOrWarningChanges() {
        BroadcastWarning warning = new BroadcastWarning(BroadcastWarning.Code.OUT_OF_STEP, "p2");
        BroadcastState on =
                new BroadcastState(
                        BroadcastPhase.ON,
                        "s1",
                        "News",
                        "2026-11-20T10:00:00Z",
                        "/w",
                        "p1",
                        null,
                        "d",
                        null);
        BroadcastState changed = on.showing(null, "Ben").warning(warning);
        assertThat(changed.picture()).isNull();
        assertThat(changed.card()).isEqualTo("Ben");
        assertThat(changed.warning()).isEqualTo(warning);
        assertThat(changed.showing("p1", null).warning(null)).isEqualTo(on);
        assertThat(BroadcastState.off("Why.").state()).isEqualTo(BroadcastPhase.OFF);
        assertThat(BroadcastState.off().detail()).isNull();
    }

    @Test
    void aSelectionNamesOneParticipantOrNone() {
        assertThat(Selection.participant("p1").names("p1")).isTrue();
        assertThat(Selection.participant("p1").names("p2")).isFalse();
        assertThat(Selection.speaker().names("p1")).isFalse();
        assertThat(Selection.none().names("p1")).isFalse();
        assertThat(Selection.speaker()).isEqualTo(Selection.speaker());
    }

    @Test
    void whatWasSaidIsNotChangedByWhoSaidIt() {
        List<Knock> people = new ArrayList<>(List.of(new Knock("w1", "Ana")));
        ServerMessage.Knocks knocks = new ServerMessage.Knocks(people);
        Set<Right> rights = new HashSet<>(Role.HOST.rights());
        RoomState room =
                new RoomState(
                        "r1",
                        "",
                        1,
                        false,
                        null,
                        null,
                        DoorState.OPEN,
                        ChatState.OPEN,
                        BroadcastState.off(),
                        new ArrayList<>());
        ServerMessage.Joined joined = new ServerMessage.Joined("p1", "s", rights, "v=0", room);
        people.clear();
        rights.clear();
        List<Long> numbers = new ArrayList<>(List.of(7L));
        ServerMessage.Erased erased = new ServerMessage.Erased(null, numbers);
        numbers.clear();
        assertThat(erased.messages()).containsExactly(7L);
        assertThat(knocks.people()).hasSize(1);
        assertThat(joined.rights()).isEqualTo(Role.HOST.rights());
        assertThat(room.revised(7)).isNotEqualTo(room).isEqualTo(room.revised(7));
    }
}
