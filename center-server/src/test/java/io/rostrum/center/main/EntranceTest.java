package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.gate.AdminSettings;
import io.rostrum.gate.Callers;
import io.rostrum.gate.GateSettings;
import io.rostrum.gate.ProxyHeader;
import io.rostrum.gate.Subnet;
import io.rostrum.testing.Eventually;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one address gets; each test comes from an address of its own, behind a trusted proxy. */
class EntranceTest extends ServerHarness {
    private static final int ENTRIES = 6;

    @Override
    GateSettings gate() {
        return new GateSettings(
                new Callers(
                        List.of(Subnet.of("--trusted-proxy", "127.0.0.0/8")),
                        ProxyHeader.X_FORWARDED_FOR),
                ENTRIES,
                new AdminSettings("127.0.0.1", 0));
    }

    private HttpResponse<Buffer> offer(String room, String token, String from) {
        return offer(room, token, from, "v=0");
    }

    private HttpResponse<Buffer> offer(String room, String token, String from, String offer) {
        return TestClient.await(
                request(HttpMethod.POST, "/whip/" + room)
                        .bearerTokenAuthentication(token)
                        .putHeader("content-type", "application/sdp")
                        .putHeader("X-Forwarded-For", from)
                        .sendBuffer(Buffer.buffer(offer)));
    }

    private WebSocketConnectOptions socket(String room, String from) {
        return new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(server.port())
                .setURI("/api/rooms/" + room + "/signal")
                .addHeader("X-Forwarded-For", from)
                .addSubProtocol("rostrum.v1");
    }

    private static void assertLimited(HttpResponse<Buffer> response) {
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.bodyAsJsonObject().getString("type")).endsWith("/too-many-requests");
        int seconds = Integer.parseInt(response.getHeader("Retry-After"));
        assertThat(seconds).isBetween(1, 10);
        assertThat(response.bodyAsJsonObject().getInteger("retryAfter")).isEqualTo(seconds);
    }

    @Test
    void refusedOffersAreCountedLikeOthers() {
        JsonObject room = makeRoom();
        String id = room.getString("id");
        String token = room.getString("encoderToken");
        for (int i = 0; i < ENTRIES; i++) {
            assertThat(offer(id, token, "192.0.2.1").statusCode()).isEqualTo(406);
        }
        assertLimited(offer(id, token, "192.0.2.1"));
        assertThat(offer(id, token, "192.0.2.2").statusCode()).as("somebody else").isEqualTo(406);
    }

    @Test
    void guessedTokensAreCountedToo() {
        String id = makeRoom().getString("id");
        for (int i = 0; i < ENTRIES; i++) {
            assertThat(offer(id, "guess" + i, "192.0.2.3").statusCode()).isEqualTo(403);
        }
        assertLimited(offer(id, "guess", "192.0.2.3"));
    }

    private HttpResponse<Buffer> leave(String session, String token, String from) {
        return TestClient.await(
                request(HttpMethod.DELETE, session)
                        .bearerTokenAuthentication(token)
                        .putHeader("X-Forwarded-For", from)
                        .send());
    }

    @Test
    void guessesAtWhoLeavesAreCountedAndWhoLeavesIsNot() throws Exception {
        JsonObject room = makeRoom();
        String door = "/whip/" + room.getString("id");
        for (int i = 0; i < ENTRIES; i++) {
            assertThat(leave(door + "/s" + i + "/p1", "guess", "192.0.2.10").statusCode())
                    .isEqualTo(403);
        }
        assertLimited(leave(door + "/s/p1", "guess", "192.0.2.10"));
        String token = room.getString("encoderToken");
        for (int i = 0; i < ENTRIES - 1; i++) {
            try (TestPeer encoder = TestPeer.encoder(3300, 42)) {
                HttpResponse<Buffer> entered =
                        offer(room.getString("id"), token, "192.0.2.11", encoder.offer());
                assertThat(entered.statusCode()).as("entry " + i).isEqualTo(201);
                String session = entered.getHeader("location");
                assertThat(leave(session, token, "192.0.2.11").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void whoWritesTheHeaderHimselfIsStillOneAddress() {
        JsonObject room = makeRoom();
        String id = room.getString("id");
        for (int i = 0; i < ENTRIES; i++) {
            assertThat(offer(id, "x", "10.0.0." + i + ", 192.0.2.4").statusCode()).isEqualTo(403);
        }
        assertLimited(offer(id, "x", "10.0.0.77, 192.0.2.4"));
    }

    @Test
    void aJoinTooManyIsRefusedInWords() {
        String id = makeRoom().getString("id");
        TestClient eve = new TestClient(TestClient.await(sockets.connect(socket(id, "192.0.2.5"))));
        for (int i = 0; i < ENTRIES; i++) {
            assertThat(code(eve.ask("join", "name", "Eve", "offer", "v=0"))).isEqualTo("bad-offer");
        }
        JsonObject refused = eve.ask("join", "name", "Eve", "offer", "v=0");
        assertThat(code(refused)).isEqualTo("too-many-requests");
        assertThat(refused.getJsonObject("problem").getString("detail")).contains("wait");
        assertThat(refused.getJsonObject("problem").getInteger("retryAfter")).isBetween(1, 10);
        assertThat(code(eve.ask("leave"))).as("the connection stays").isEqualTo("not-joined");
    }

    private static String code(JsonObject refused) {
        return refused.getJsonObject("problem").getString("type").replaceAll(".*/", "");
    }

    @Test
    void socketsAreCountedAndAreThereAgainForOthers() {
        String id = makeRoom().getString("id");
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 20 * ENTRIES; i++) {
                                TestClient.await(sockets.connect(socket(id, "192.0.2.6")));
                            }
                        })
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        UpgradeRejectedException.class,
                        rejected -> {
                            assertThat(rejected.getStatus()).isEqualTo(429);
                            assertThat(rejected.getHeaders().get("Retry-After")).isNotBlank();
                        });
        TestClient.await(sockets.connect(socket(id, "192.0.2.7")));
    }

    /** Asks more often than it may, for some are there again while it asks. */
    @Test
    void roomsAreCountedBeforeTheirTitleIsRead() {
        int refused = 0;
        HttpResponse<Buffer> last = badRoom();
        while (last.statusCode() == 400 && refused++ < 500) {
            last = badRoom();
        }
        assertThat(refused).isGreaterThanOrEqualTo(49);
        assertLimited(last);
    }

    private HttpResponse<Buffer> badRoom() {
        return TestClient.await(
                request(HttpMethod.POST, "/api/rooms")
                        .putHeader("X-Forwarded-For", "192.0.2.8")
                        .putHeader("Content-Type", "application/json")
                        .sendBuffer(Buffer.buffer("{")));
    }

    @Test
    void theFiguresAreOnThePortOfTheirOwnAndNotOnThePublicOne() {
        assertThat(get("/metrics").statusCode()).isEqualTo(404);
        assertThat(
                        TestClient.await(
                                        http.get(server.adminPort(), "127.0.0.1", "/metrics")
                                                .send())
                                .bodyAsString())
                .contains("rostrum_program_dropped_total", "rostrum_reports_malformed_total");
        assertThat(
                        TestClient.await(http.get(server.adminPort(), "127.0.0.1", "/").send())
                                .statusCode())
                .isEqualTo(404);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("slow")
    void aSocketThatJoinsNothingIsEnded() {
        String id = makeRoom().getString("id");
        TestClient idle =
                new TestClient(TestClient.await(sockets.connect(socket(id, "192.0.2.9"))));
        Eventually.holds("closed", TestClient.PATIENCE, idle::closed);
        assertThat(idle.closeCode()).isEqualTo((short) 1008);
        assertThat(idle.told).isEmpty();
    }
}
