package io.rostrum.protocol.json;

import io.rostrum.protocol.signal.AudioState;
import io.rostrum.protocol.signal.BroadcastPhase;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.BroadcastWarning;
import io.rostrum.protocol.signal.ChatLine;
import io.rostrum.protocol.signal.ChatState;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.DoorState;
import io.rostrum.protocol.signal.Knock;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.Problem;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Reacted;
import io.rostrum.protocol.signal.Reaction;
import io.rostrum.protocol.signal.Right;
import io.rostrum.protocol.signal.Role;
import io.rostrum.protocol.signal.RoomChange;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoSource;
import io.rostrum.protocol.signal.VideoState;
import io.rostrum.protocol.signal.VideoTrouble;
import io.rostrum.protocol.signal.ViewReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the golden files say: name of the file and message; the tests of the pages read them too.
 */
final class Golden {
    /** Letters of several scripts, quotes, and a sign outside the first plane. */
    static final String HARD_NAME = "Ana \"G\\u00f3mez\" \\ </script> 王小明 \ud83c\udf99";

    static final Map<String, ClientMessage> CLIENT = client();
    static final Map<String, ServerMessage> SERVER = server();

    private Golden() {}

    private static Map<String, ClientMessage> client() {
        Map<String, ClientMessage> all = new LinkedHashMap<>();
        all.put("join", new ClientMessage.Join("1", HARD_NAME, "v=0\r\n", "key", "seat", "d-1"));
        all.put("join-guest", new ClientMessage.Join(null, "", "v=0", null, null, null));
        all.put("choose", new ClientMessage.Choose("2", Selection.participant("p2")));
        all.put("choose-speaker", new ClientMessage.Choose(null, Selection.speaker()));
        all.put("choose-none", new ClientMessage.Choose(null, Selection.none()));
        all.put("lock", new ClientMessage.Lock("3", true, Selection.participant("p2")));
        all.put("lock-as-seen", new ClientMessage.Lock(null, true, null));
        all.put("lock-off", new ClientMessage.Lock(null, false, null));
        all.put("assign", new ClientMessage.Assign("4", Selection.speaker()));
        all.put("mute", new ClientMessage.Mute("5", "p2", Line.AUDIO, true));
        all.put("mute-off", new ClientMessage.Mute(null, "p2", Line.VIDEO, false));
        all.put("gain", new ClientMessage.Gain("16", "p2", -6));
        all.put("hand", new ClientMessage.Hand("15", true, null));
        all.put("hand-of-another", new ClientMessage.Hand(null, false, "p2"));
        all.put("source", new ClientMessage.Source("6", VideoSource.SCREEN));
        all.put("source-none", new ClientMessage.Source(null, VideoSource.NONE));
        all.put("microphone", new ClientMessage.Microphone("7", false));
        all.put("still", new ClientMessage.Still("17", false));
        all.put("stills", new ClientMessage.Stills("18", List.of("p2", "p3")));
        all.put("stills-no-more", new ClientMessage.Stills(null, List.of()));
        all.put("broadcast", new ClientMessage.Broadcast("8", true, HARD_NAME));
        all.put("broadcast-off", new ClientMessage.Broadcast(null, false, null));
        all.put("remove", new ClientMessage.Remove("9", "p2"));
        all.put("door", new ClientMessage.Door("10", true, false));
        all.put("door-enter-muted", new ClientMessage.Door(null, null, true));
        all.put("admit", new ClientMessage.Admit("11", "w1", true));
        all.put("forgive", new ClientMessage.Forgive("12"));
        all.put("lower-hands", new ClientMessage.LowerHands("16"));
        all.put("rename", new ClientMessage.Rename("17", HARD_NAME));
        all.put("chat", new ClientMessage.Chat("18", false, true));
        all.put("chat-kept", new ClientMessage.Chat(null, null, false));
        all.put("write", new ClientMessage.Write("19", HARD_NAME + "\n\u2028https://x.org/?a=1"));
        all.put("erase", new ClientMessage.Erase("20", 7L));
        all.put("erase-all", new ClientMessage.Erase(null, null));
        all.put("recall", new ClientMessage.Recall("21", 1L << 52));
        all.put("react", new ClientMessage.React("22", Reaction.THUMBS_UP));
        all.put("refresh", new ClientMessage.Refresh("14"));
        all.put("leave", new ClientMessage.Leave("13"));
        all.put("leave-silently", new ClientMessage.Leave(null));
        return all;
    }

    private static Map<String, ServerMessage> server() {
        Map<String, ServerMessage> all = new LinkedHashMap<>();
        Set<Right> host = Role.HOST.rights();
        all.put("joined", new ServerMessage.Joined("p2", "seat", host, "v=0\r\n", onAir()));
        all.put(
                "joined-guest",
                new ServerMessage.Joined("p3", "seat", Role.PARTICIPANT.rights(), "v=0", quiet()));
        all.put("waiting", new ServerMessage.Waiting());
        all.put("knocks", new ServerMessage.Knocks(List.of(new Knock("w1", HARD_NAME))));
        all.put("knocks-nobody", new ServerMessage.Knocks(List.of()));
        all.put("room", new ServerMessage.Room(onAir()));
        all.put("room-quiet", new ServerMessage.Room(quiet()));
        RoomState before = quiet();
        RoomState after = onAir();
        all.put("change", new ServerMessage.Change(RoomChange.between(before, after)));
        all.put("change-back", new ServerMessage.Change(RoomChange.between(after, before)));
        all.put("change-speaker", new ServerMessage.Change(speaking()));
        all.put("change-order", new ServerMessage.Change(reordered()));
        all.put("view", new ServerMessage.View("p2", Selection.participant("p2"), null));
        all.put(
                "view-nothing",
                new ServerMessage.View(null, Selection.speaker(), ViewReason.NO_PICTURE));
        all.put("levels", new ServerMessage.Levels(Map.of("p10", 0, "p2", -20, "p3", -127)));
        all.put("levels-silence", new ServerMessage.Levels(Map.of()));
        all.put("chat", new ServerMessage.Chat(List.of(written(7, true), written(8, false))));
        all.put("erased", new ServerMessage.Erased(null, List.of(7L, 1L << 52)));
        all.put("erased-all", new ServerMessage.Erased(8L, List.of()));
        all.put(
                "reactions",
                new ServerMessage.Reactions(
                        List.of(
                                new Reacted("p2", Reaction.CLAP),
                                new Reacted("p2", Reaction.THUMBS_UP))));
        all.put("still", new ServerMessage.Still("p2", "/9j/2Q=="));
        all.put("done", new ServerMessage.Done("a"));
        Problem locked = Problem.of(ProblemCode.LOCKED, "Not now.");
        all.put("refused", new ServerMessage.Refused("b", locked));
        all.put("refused-unasked", new ServerMessage.Refused(null, locked));
        all.put(
                "refused-later",
                new ServerMessage.Refused(
                        "j", Problem.of(ProblemCode.TOO_MANY_REQUESTS, "Wait.", 8)));
        all.put("closed", new ServerMessage.Closed(CloseReason.ROOM_CLOSED));
        return all;
    }

    /** Everything that can be said of a room is said. */
    static RoomState onAir() {
        return new RoomState(
                "r1",
                "Town hall",
                1L << 52,
                true,
                Selection.participant("p2"),
                "p2",
                new DoorState(true, false, 3),
                new ChatState(false, true),
                new BroadcastState(
                        BroadcastPhase.INTERRUPTED,
                        "s1",
                        HARD_NAME,
                        "2026-11-20T10:00:00Z",
                        "http://localhost:8090/watch/r1",
                        "p2",
                        null,
                        "The streaming server cannot be reached.",
                        new BroadcastWarning(BroadcastWarning.Code.OUT_OF_STEP, "p2")),
                List.of(host(), encoder(), away()));
    }

    private static ChatLine written(long number, boolean host) {
        String text = host ? HARD_NAME + "\nhttps://x.org/?a=1&b=2" : "Hello";
        return new ChatLine(number, "2026-11-20T10:00:00Z", "p2", HARD_NAME, host, text);
    }

    private static RoomChange speaking() {
        RoomChange.Speaker speaker = new RoomChange.Speaker("p3");
        return new RoomChange(16, 17, null, speaker, null, null, null, List.of(), List.of(), null);
    }

    private static RoomChange reordered() {
        List<String> order = List.of("p4", "p2", "p3");
        return new RoomChange(
                17, 18, null, null, null, null, null, List.of(away()), List.of("p9"), order);
    }

    /** Nothing is: everything that may be null is. */
    static RoomState quiet() {
        return new RoomState(
                "r1",
                "",
                0,
                false,
                null,
                null,
                DoorState.OPEN,
                ChatState.OPEN,
                BroadcastState.off(),
                List.of());
    }

    static ParticipantState host() {
        return new ParticipantState(
                "p2",
                HARD_NAME,
                Role.HOST,
                true,
                false,
                new AudioState(true, false, false),
                new VideoState(VideoSource.CAMERA, false, false, VideoCodec.H264, true, null),
                null,
                false);
    }

    static ParticipantState encoder() {
        return new ParticipantState(
                "p3",
                "Harbour",
                Role.PARTICIPANT,
                true,
                true,
                new AudioState(false, false, true, -6),
                new VideoState(
                        VideoSource.CAMERA,
                        false,
                        true,
                        VideoCodec.VP8,
                        true,
                        new VideoTrouble(VideoTrouble.Kind.KEY_FRAMES, 10, true)),
                null,
                false);
    }

    static ParticipantState away() {
        return new ParticipantState(
                "p4",
                "Mira",
                Role.PARTICIPANT,
                false,
                false,
                new AudioState(true, true, false),
                new VideoState(
                        VideoSource.NONE,
                        true,
                        false,
                        null,
                        false,
                        new VideoTrouble(VideoTrouble.Kind.B_FRAMES, null, false),
                        false),
                12,
                true);
    }
}
