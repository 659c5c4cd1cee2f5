package io.rostrum.center.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rostrum.protocol.signal.AudioState;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.DoorState;
import io.rostrum.protocol.signal.Knock;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.Problem;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Role;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoSource;
import io.rostrum.protocol.signal.VideoState;
import io.rostrum.protocol.signal.VideoTrouble;
import io.rostrum.protocol.signal.ViewReason;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalCodecTest {
    private static final RoomState ROOM =
            new RoomState(
                    "r1",
                    "Town hall",
                    17,
                    true,
                    Selection.participant("p2"),
                    "p2",
                    new DoorState(true, false, 3),
                    BroadcastState.off(),
                    List.of(
                            new ParticipantState(
                                    "p2",
                                    "Ana",
                                    Role.HOST,
                                    true,
                                    false,
                                    new AudioState(true, false, false),
                                    new VideoState(
                                            VideoSource.CAMERA,
                                            false,
                                            false,
                                            VideoCodec.H264,
                                            true,
                                            new VideoTrouble(VideoTrouble.Kind.KEY_FRAMES, 10)))));

    private static final String ROOM_JSON =
            """
            {"id":"r1","title":"Town hall","revision":17,
             "locked":true,"assigned":{"kind":"participant","id":"p2"},
             "speaker":"p2",
             "door":{"closed":true,"enterMuted":false,"sentOut":3},
             "broadcast":{"state":"off","session":null,"title":null,"since":null,"page":null,
              "picture":null,"detail":null,"warning":null},
             "participants":[
              {"id":"p2","name":"Ana","role":"host","connected":true,"encoder":false,
               "audio":{"present":true,"mutedBySelf":false,"mutedByHost":false},
               "video":{"source":"camera","mutedBySelf":false,"mutedByHost":false,
                "codec":"H264","sending":true,
                "trouble":{"kind":"key-frames","seconds":10}}}]}
            """;

    static Stream<Arguments> clientMessages() {
        return Stream.of(
                Arguments.of(
                        "{'type':'join','name':'Ana','offer':'v=0','hostKey':'k','seat':'s',"
                                + "'device':'d-1'}",
                        new ClientMessage.Join(null, "Ana", "v=0", "k", "s", "d-1")),
                Arguments.of(
                        "{'type':'join','ref':'1','offer':'v=0'}",
                        new ClientMessage.Join("1", "", "v=0", null, null, null)),
                Arguments.of(
                        "{'type':'choose','selection':{'kind':'participant','id':'p2'}}",
                        new ClientMessage.Choose(null, Selection.participant("p2"))),
                Arguments.of(
                        "{'type':'choose','selection':{'kind':'speaker'},'later':[1]}",
                        new ClientMessage.Choose(null, Selection.speaker())),
                Arguments.of("{'type':'lock','on':true}", new ClientMessage.Lock(null, true, null)),
                Arguments.of(
                        "{'type':'lock','on':false,'selection':null}",
                        new ClientMessage.Lock(null, false, null)),
                Arguments.of(
                        "{'type':'assign','selection':{'kind':'none'}}",
                        new ClientMessage.Assign(null, Selection.none())),
                Arguments.of(
                        "{'type':'mute','participant':'p2','line':'video','on':true}",
                        new ClientMessage.Mute(null, "p2", Line.VIDEO, true)),
                Arguments.of(
                        "{'type':'source','source':'screen'}",
                        new ClientMessage.Source(null, VideoSource.SCREEN)),
                Arguments.of(
                        "{'type':'microphone','present':false}",
                        new ClientMessage.Microphone(null, false)),
                Arguments.of(
                        "{'type':'broadcast','on':true,'title':'News'}",
                        new ClientMessage.Broadcast(null, true, "News")),
                Arguments.of(
                        "{'type':'remove','participant':'p2'}",
                        new ClientMessage.Remove(null, "p2")),
                Arguments.of(
                        "{'type':'door','closed':true}", new ClientMessage.Door(null, true, null)),
                Arguments.of(
                        "{'type':'door','closed':null,'enterMuted':false}",
                        new ClientMessage.Door(null, null, false)),
                Arguments.of(
                        "{'type':'admit','participant':'w1','on':true}",
                        new ClientMessage.Admit(null, "w1", true)),
                Arguments.of("{'type':'forgive'}", new ClientMessage.Forgive(null)),
                Arguments.of("{'type':'leave'}", new ClientMessage.Leave(null)));
    }

    @ParameterizedTest
    @MethodSource("clientMessages")
    void readsWhatClientsSay(String json, ClientMessage message) throws BadMessage {
        assertThat(ClientMessageReader.read(json.replace('\'', '"'))).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{} {}",
                "{'type':'choose'}",
                "{'type':'nonsense'}",
                "{'type':7}",
                "{'type':'leave','type':'leave'}",
                "{'type':'lock','on':'true'}",
                "{'type':'lock','on':1}",
                "{'type':'choose','selection':{'kind':'participant'}}",
                "{'type':'choose','selection':{'kind':'participant','id':'../p'}}",
                "{'type':'choose','selection':'speaker'}",
                "{'type':'mute','participant':'p2','line':'AUDIO','on':true}",
                "{'type':'remove','participant':''}",
                "{'type':'join','name':'Ana'}",
                "{'type':'join','name':'Ana','offer':'v=0','device':'a b'}",
                "{'type':'leave','ref':12}",
                "{'type':'door','closed':'yes'}",
                "{'type':'admit','participant':'w1'}",
            })
    void refusesWhatIsNoMessage(String json) {
        assertThat(
                        catchThrowableOfType(
                                BadMessage.class,
                                () -> ClientMessageReader.read(json.replace('\'', '"'))))
                .isNotNull();
    }

    @Test
    void aBadMessageKeepsItsReference() {
        BadMessage bad =
                catchThrowableOfType(
                        BadMessage.class,
                        () -> ClientMessageReader.read("{\"type\":\"choose\",\"ref\":\"a\"}"));
        assertThat(bad.ref()).isEqualTo("a");
    }

    @Test
    void refusesDeepNestingWithoutFallingOver() {
        String deep = "[".repeat(30_000);
        assertThat(catchThrowableOfType(BadMessage.class, () -> ClientMessageReader.read(deep)))
                .isNotNull();
    }

    static Stream<Arguments> serverMessages() {
        return Stream.of(
                Arguments.of(
                        new ServerMessage.Joined(
                                "p2", "seat", Role.PARTICIPANT.rights(), "v=0", ROOM),
                        "{'type':'joined','you':'p2','seat':'seat','rights':['choose'],"
                                + "'answer':'v=0','room':"
                                + ROOM_JSON
                                + "}"),
                Arguments.of(new ServerMessage.Waiting(), "{'type':'waiting'}"),
                Arguments.of(
                        new ServerMessage.Knocks(List.of(new Knock("w1", "Ana"))),
                        "{'type':'knocks','people':[{'id':'w1','name':'Ana'}]}"),
                Arguments.of(
                        new ServerMessage.Room(ROOM), "{'type':'room','room':" + ROOM_JSON + "}"),
                Arguments.of(
                        new ServerMessage.View(null, Selection.speaker(), ViewReason.NO_PICTURE),
                        "{'type':'view','participant':null,'selection':{'kind':'speaker'},"
                                + "'reason':'no-picture'}"),
                Arguments.of(
                        new ServerMessage.View("p2", Selection.none(), null),
                        "{'type':'view','participant':'p2','selection':{'kind':'none'},"
                                + "'reason':null}"),
                Arguments.of(
                        new ServerMessage.Levels(Map.of("p2", -20)),
                        "{'type':'levels','levels':{'p2':-20}}"),
                Arguments.of(new ServerMessage.Done("a"), "{'type':'done','ref':'a'}"),
                Arguments.of(
                        new ServerMessage.Refused(null, Problem.of(ProblemCode.LOCKED, "Not now.")),
                        "{'type':'refused','ref':null,'problem':{"
                                + "'type':'https://rostrum.io/problems/locked',"
                                + "'title':'The host has locked the picture','status':403,"
                                + "'detail':'Not now.'}}"),
                Arguments.of(
                        new ServerMessage.Closed(CloseReason.ROOM_CLOSED),
                        "{'type':'closed','reason':'room-closed'}"));
    }

    @ParameterizedTest
    @MethodSource("serverMessages")
    void writesWhatTheProtocolSays(ServerMessage message, String json)
            throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(ServerMessageWriter.write(message)))
                .isEqualTo(mapper.readTree(json.replace('\'', '"')));
    }
}
