package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.protocol.signal.RoomState;
import io.rostrum.testing.Eventually;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignallingTest extends ServerHarness {
    private JsonObject made;
    private String id;

    @BeforeEach
    void room() {
        made = makeRoom();
        id = made.getString("id");
    }

    private JsonObject join(TestClient client, String name, String key) throws Exception {
        try (TestPeer peer = new TestPeer(0, 0)) {
            return client.join(name, peer.offer(), key);
        }
    }

    private static String code(JsonObject refused) {
        return refused.getJsonObject("problem").getString("type").replaceAll(".*/", "");
    }

    @Test
    void twoPeopleMeetAndSeeEachOthersNames() throws Exception {
        TestClient ana = connect(id);
        TestClient ben = connect(id);
        JsonObject joined = join(ana, "Ana", made.getString("hostKey"));
        join(ben, "Ben", null);
        assertThat(joined.getString("answer")).startsWith("v=0");
        ana.room("two people", room -> room.participants().size() == 2);
        assertThat(ana.told.getFirst().getString("type")).isEqualTo("joined");
        assertThat(get("/api/rooms/" + id).bodyAsJsonObject().getInteger("participants"))
                .isEqualTo(2);
    }

    @Test
    void everybodyIsToldTheSameChangesAndMayAskForAllOfIt() throws Exception {
        TestClient ana = connect(id);
        TestClient ben = connect(id);
        join(ana, "Ana", made.getString("hostKey"));
        join(ben, "Ben", null);
        ana.ask("door", "closed", true);
        RoomState seen = ben.room("a closed door", room -> room.door().closed());
        assertThat(ana.room("the same", seen::equals)).isEqualTo(seen);
        assertThat(ben.told).noneMatch(one -> "room".equals(one.getString("type")));
        assertThat(ben.ask("refresh").getString("type")).isEqualTo("done");
        assertThat(ben.last("room").getJsonObject("room").getLong("revision"))
                .isEqualTo(seen.revision());
        assertThat(code(ben.ask("refresh"))).isEqualTo("too-many-requests");
    }

    @Test
    void whatOneWritesTheOthersReadAndWhoComesLateAsksForIt() throws Exception {
        TestClient ana = connect(id);
        TestClient ben = connect(id);
        join(ana, "Ana", made.getString("hostKey"));
        join(ben, "Ben", null);
        assertThat(ben.ask("write", "text", "Hello \u738b <b>").getString("type"))
                .isEqualTo("done");
        Eventually.holds(
                "read",
                TestClient.PATIENCE,
                () -> ana.told.stream().anyMatch(one -> "chat".equals(one.getString("type"))));
        JsonObject line = ana.last("chat").getJsonArray("messages").getJsonObject(0);
        assertThat(line.getString("text")).isEqualTo("Hello \u738b <b>");
        assertThat(line.getString("name")).isEqualTo("Ben");
        TestClient late = connect(id);
        join(late, "Cem", null);
        assertThat(late.ask("recall", "after", 0).getString("type")).isEqualTo("done");
        assertThat(late.last("chat").getJsonArray("messages").getJsonObject(0)).isEqualTo(line);
        assertThat(code(late.ask("erase", "message", 1))).isEqualTo("not-host");
        assertThat(code(late.ask("recall", "after", 0))).isEqualTo("too-many-requests");
    }

    @Test
    void whatIsAskedIsDoneOrRefused() throws Exception {
        TestClient ana = connect(id);
        assertThat(code(ana.ask("leave"))).isEqualTo("not-joined");
        join(ana, "Ana", null);
        assertThat(ana.ask("microphone", "present", false).getString("type")).isEqualTo("done");
        assertThat(code(ana.ask("lock", "on", true))).isEqualTo("not-host");
        assertThat(code(ana.ask("dance"))).isEqualTo("bad-message");
        assertThat(ana.ask("leave").getString("type")).isEqualTo("done");
        Eventually.holds("closed", TestClient.PATIENCE, ana::closed);
        assertThat(ana.closeCode()).isEqualTo((short) 1000);
    }

    @Test
    void aConnectionThatBreaksLeavesASeat() throws Exception {
        TestClient ana = connect(id);
        TestClient ben = connect(id);
        JsonObject joined = join(ana, "Ana", null);
        join(ben, "Ben", null);
        ana.close();
        ben.room("a seat without its owner", room -> !room.participants().getFirst().connected());
        TestClient back = connect(id);
        try (TestPeer peer = new TestPeer(0, 0)) {
            back.send(
                    new JsonObject()
                            .put("type", "join")
                            .put("name", "Ana")
                            .put("offer", peer.offer())
                            .put("seat", joined.getString("seat")));
        }
        assertThat(
                        back.next("joined", one -> "joined".equals(one.getString("type")))
                                .getString("you"))
                .isEqualTo(joined.getString("you"));
    }

    @Test
    void anUnknownRoomIsRefusedAndClosed() {
        TestClient ana = connect("nowhere");
        assertThat(code(ana.ask("join", "name", "Ana", "offer", "v=0"))).isEqualTo("unknown-room");
        Eventually.holds("closed", TestClient.PATIENCE, ana::closed);
    }

    @Test
    void aWrongHostKeyIsRefusedAndMakesNobody() throws Exception {
        TestClient eve = connect(id);
        assertThat(code(eve.ask("join", "name", "Eve", "offer", "v=0", "hostKey", "guess")))
                .isEqualTo("bad-host-key");
        assertThat(code(eve.ask("lock", "on", true))).isEqualTo("not-joined");
        join(eve, "Eve", null);
        assertThat(eve.last("joined").getJsonArray("rights")).containsExactly("choose");
        TestClient host = connect(id);
        join(host, "Hanna", made.getString("hostKey"));
        assertThat(host.last("joined").getJsonArray("rights"))
                .containsExactly("choose", "lock", "mute-others", "remove", "admit", "broadcast");
    }

    @Test
    void whoIsInAndGuessesAtTheHostKeyStaysInAndLeavesASeatWhenHisConnectionBreaks()
            throws Exception {
        TestClient eve = connect(id);
        TestClient ben = connect(id);
        join(eve, "Eve", null);
        join(ben, "Ben", null);
        assertThat(code(eve.ask("join", "name", "Eve", "offer", "v=0", "hostKey", "guess")))
                .isEqualTo("bad-host-key");
        assertThat(eve.ask("microphone", "present", false).getString("type")).isEqualTo("done");
        eve.close();
        ben.room("a seat without its owner", room -> !room.participants().getFirst().connected());
    }

    @Test
    void whoKnocksAtAClosedDoorWaitsForHisAnswer() throws Exception {
        TestClient host = connect(id);
        join(host, "Hanna", made.getString("hostKey"));
        assertThat(host.ask("door", "closed", true).getString("type")).isEqualTo("done");
        TestClient ana = connect(id);
        try (TestPeer peer = new TestPeer(0, 0)) {
            ana.send(
                    new JsonObject()
                            .put("type", "join")
                            .put("ref", "j")
                            .put("name", "Ana")
                            .put("offer", peer.offer()));
        }
        ana.next("waiting", one -> "waiting".equals(one.getString("type")));
        JsonObject knocks = host.next("a knock", one -> "knocks".equals(one.getString("type")));
        String knock = knocks.getJsonArray("people").getJsonObject(0).getString("id");
        assertThat(ana.told).extracting(one -> one.getString("type")).containsExactly("waiting");
        assertThat(host.ask("admit", "participant", knock, "on", true).getString("type"))
                .isEqualTo("done");
        ana.next("joined", one -> "joined".equals(one.getString("type")));
        assertThat(ana.ask("microphone", "present", false).getString("type")).isEqualTo("done");
    }

    @Test
    void anOfferThatIsNoneIsRefused() {
        TestClient ana = connect(id);
        assertThat(code(ana.ask("join", "name", "Ana", "offer", "v=0"))).isEqualTo("bad-offer");
    }

    @Test
    void pagesOfOtherSitesStayOutside() {
        WebSocketConnectOptions options =
                new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(server.port())
                        .setURI("/api/rooms/" + id + "/signal")
                        .addSubProtocol("rostrum.v1")
                        .addHeader("Origin", "https://evil.example");
        assertThatThrownBy(() -> TestClient.await(sockets.connect(options)))
                .hasMessageContaining("403");
    }

    @Test
    void whoTalksGarbageIsSentAway() {
        TestClient eve = connect(id);
        Random random = new Random(3);
        for (int i = 0; i < 15; i++) {
            eve.sendText("{" + random.nextLong());
        }
        Eventually.holds("closed", TestClient.PATIENCE, eve::closed);
        assertThat(eve.closeCode()).isEqualTo((short) 1008);
        assertThat(eve.told).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void whoFloodsIsSentAwayAndNobodyElse() throws Exception {
        TestClient ana = connect(id);
        TestClient eve = connect(id);
        join(ana, "Ana", null);
        join(eve, "Eve", null);
        for (int i = 0; i < 500; i++) {
            eve.send(new JsonObject().put("type", "microphone").put("present", i % 2 == 0));
        }
        Eventually.holds("closed", TestClient.PATIENCE, eve::closed);
        assertThat(eve.closeCode()).isEqualTo((short) 1008);
        assertThat(ana.ask("microphone", "present", false).getString("type")).isEqualTo("done");
    }

    @Test
    void whoSendsTooMuchAtOnceIsSentAway() {
        TestClient eve = connect(id);
        eve.sendText("x".repeat(70_000));
        Eventually.holds("closed", Duration.ofSeconds(30), eve::closed);
    }
}
