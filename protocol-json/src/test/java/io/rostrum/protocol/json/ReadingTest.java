package io.rostrum.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Knock;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read though we never write it so, and what is not. */
class ReadingTest {
    static Stream<Arguments> odd() {
        return Stream.of(
                Arguments.of(
                        "{'offer':'v=0','ref':'1','type':'join'}",
                        new ClientMessage.Join("1", "", "v=0", null, null, null)),
                Arguments.of(
                        "{'type':'choose','selection':{'kind':'speaker','x':{}},'later':[1,2.5e3]}",
                        new ClientMessage.Choose(null, Selection.speaker())),
                Arguments.of(
                        "{'type':'lock','on':false,'selection':null,'ref':null}",
                        new ClientMessage.Lock(null, false, null)),
                Arguments.of(
                        " {'type':'door','closed':null,'enterMuted':false}\n",
                        new ClientMessage.Door(null, null, false)),
                Arguments.of(
                        "{'type':'leave','x':123456789012345678901234567890}",
                        new ClientMessage.Leave(null)));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void orderAndUnknownFieldsDoNotMatter(String json, ClientMessage message) throws BadMessage {
        assertThat(ClientMessageReader.read(quoted(json))).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{",
                "{} {}",
                "{'type':'leave'} x",
                "{'type':'choose'}",
                "{'type':'nonsense'}",
                "{'type':7}",
                "{'type':'leave','type':'leave'}",
                "{'type':'lock','on':'true'}",
                "{'type':'lock','on':1}",
                "{'type':'lock','on':true,'selection':[]}",
                "{'type':'choose','selection':{'kind':'participant'}}",
                "{'type':'choose','selection':{'kind':'participant','id':'../p'}}",
                "{'type':'choose','selection':{'kind':7}}",
                "{'type':'choose','selection':{}}",
                "{'type':'choose','selection':'speaker'}",
                "{'type':'mute','participant':'p2','line':'AUDIO','on':true}",
                "{'type':'remove','participant':''}",
                "{'type':'join','name':'Ana'}",
                "{'type':'join','name':7,'offer':'v=0'}",
                "{'type':'join','name':'Ana','offer':'v=0','device':'a b'}",
                "{'type':'leave','ref':12}",
                "{'type':'door','closed':'yes'}",
                "{'type':'admit','participant':'w1'}",
                "{'type':'leave','x':NaN}",
                "{'type':'write'}",
                "{'type':'write','text':['a']}",
                "{'type':'erase','message':'7'}",
                "{'type':'erase','message':7.5}",
                "{'type':'recall'}",
                "{'type':'react','reaction':'<b>'}",
                "{'type':'rename','name':null}",
                "{'type':'chat','open':'no'}",
            })
    void refusesWhatNoClientSays(String json) {
        assertThat(refused(quoted(json)).detail()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'joined','you':'p1'}",
                "{'type':'closed','reason':'REMOVED'}",
                "{'type':'levels','levels':{'p1':'loud'}}",
                "{'type':'levels','levels':{'p1':4294967296}}",
                "{'type':'knocks','people':['p1']}",
                "{'type':'knocks','people':{}}",
                "{'type':'room','room':{'id':'r1'}}",
                "{'type':'refused','problem':'no'}",
                "{'type':'done'}",
                "{'type':'chat','messages':[{'number':'1'}]}",
                "{'type':'erased','messages':['7']}",
                "{'type':'reactions','people':[{'participant':'p2','reaction':'<b>'}]}",
            })
    void refusesWhatNoCenterSays(String json) {
        BadMessage bad =
                catchThrowableOfType(
                        BadMessage.class, () -> ServerMessageReader.read(quoted(json)));
        assertThat(bad).isNotNull();
    }

    @Test
    void aMessageOfALaterCenterIsNoError() throws BadMessage {
        assertThat(ServerMessageReader.read(quoted("{'type':'poll','question':'?'}"))).isEmpty();
    }

    @Test
    void aBadMessageKeepsItsReference() {
        assertThat(refused("{\"type\":\"choose\",\"ref\":\"a\"}").ref()).isEqualTo("a");
        assertThat(refused("{\"type\":\"choose\",\"ref\":\"" + "a".repeat(65) + "\"}").ref())
                .isNull();
    }

    @Test
    void aBadFieldIsNamedWithItsWay() {
        String text = quoted("{'type':'choose','selection':{'kind':'participant','id':'a b'}}");
        assertThat(refused(text).detail()).startsWith("selection.id must be an id");
    }

    @Test
    void refusesDeepNestingWithoutFallingOver() {
        assertThat(refused("[".repeat(30_000))).isNotNull();
        assertThat(refused("{\"type\":\"leave\",\"x\":" + "[".repeat(30_000))).isNotNull();
        assertThat(refused("{\"type\":\"leave\",\"x\":" + "{\"x\":".repeat(9_000))).isNotNull();
    }

    @Test
    void halfACharacterInANameHarmsNobody() throws BadMessage {
        String half = "Ana\ud83c";
        String text = ServerMessageWriter.write(new ServerMessage.Knocks(List.of(knock(half))));
        byte[] sent = text.getBytes(StandardCharsets.UTF_8);
        assertThat(ServerMessageReader.read(new String(sent, StandardCharsets.UTF_8)))
                .contains(new ServerMessage.Knocks(List.of(knock("Ana?"))));
    }

    private static Knock knock(String name) {
        return new Knock("w1", name);
    }

    private static BadMessage refused(String text) {
        BadMessage bad =
                catchThrowableOfType(BadMessage.class, () -> ClientMessageReader.read(text));
        assertThat(bad).as(text.substring(0, Math.min(80, text.length()))).isNotNull();
        return bad;
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
