package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest extends ServerHarness {
    private static void assertProblem(HttpResponse<Buffer> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.getHeader("content-type")).isEqualTo("application/problem+json");
        JsonObject problem = response.bodyAsJsonObject();
        assertThat(problem.getString("type")).isEqualTo("https://rostrum.io/problems/" + code);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
    }

    @Test
    void makesARoomAndShowsIt() {
        JsonObject made = makeRoom();
        assertThat(made.fieldNames()).contains("id", "title", "hostKey", "encoderToken", "link");
        assertThat(made.getString("link"))
                .isEqualTo("http://127.0.0.1:" + server.port() + "/r/" + made.getString("id"));
        JsonObject shown = get("/api/rooms/" + made.getString("id")).bodyAsJsonObject();
        assertThat(shown.getString("title")).isEqualTo("Town hall");
        assertThat(shown.getInteger("participants")).isZero();
        assertThat(shown.getBoolean("onAir")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "..%2f..%2fetc", "a%00b"})
    void anUnknownRoomIsAProblem(String id) {
        assertProblem(get("/api/rooms/" + id), 404, "unknown-room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"title\":7}", "{\"title\":\" \"}", "{}"})
    void aRoomNeedsATitle(String body) {
        assertProblem(
                TestClient.await(
                        request(HttpMethod.POST, "/api/rooms")
                                .putHeader("content-type", "application/json; charset=utf-8")
                                .sendBuffer(Buffer.buffer(body))),
                400,
                "bad-message");
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() {
        assertProblem(
                TestClient.await(
                        request(HttpMethod.POST, "/api/rooms")
                                .putHeader("content-type", "application/json")
                                .sendBuffer(Buffer.buffer(new byte[100_000]))),
                413,
                "too-large");
    }

    @Test
    void theOperatorSeesHealthFiguresAndTheInterface() {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").bodyAsJsonObject().getString("status")).isEqualTo("UP");
        assertThat(get("/metrics").bodyAsString()).contains("rostrum_rtp_in_total");
        assertThat(get("/openapi.json").bodyAsJsonObject().getJsonObject("paths").fieldNames())
                .contains("/api/rooms", "/whip/{room}");
        assertThat(get("/api/config").bodyAsJsonObject().getString("version")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
    void theFiguresAreNotForWhomAProxyAsks(String header) {
        assertProblem(
                TestClient.await(
                        request(HttpMethod.GET, "/metrics").putHeader(header, "1.2.3.4").send()),
                404,
                "unknown-page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example"})
    void theFiguresAreNotForAPageWhoseNameWasMadeToLeadHere(String host) {
        assertProblem(
                TestClient.await(request(HttpMethod.GET, "/metrics").virtualHost(host).send()),
                404,
                "unknown-page");
    }

    @Test
    void whatIsKeptIsForNobodyElseOnTheMachine() throws Exception {
        makeRoom();
        assertThat(Files.getPosixFilePermissions(data))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(data.resolve("rooms.log")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/assets/../secret",
                "/assets/%2e%2e%2fx",
                "/r/",
                "/index.html",
                "/watch.html",
                "/assets",
                "/assets/"
            })
    void whatIsNotThereIsAProblem(String path) {
        assertProblem(get(path), 404, "unknown-page");
    }

    private HttpResponse<Buffer> makeRoom(String origin, String type) {
        return TestClient.await(
                request(HttpMethod.POST, "/api/rooms")
                        .putHeader("origin", origin)
                        .putHeader("content-type", type)
                        .sendBuffer(Buffer.buffer("{\"title\":\"a\"}")));
    }

    @Test
    void aPageOfAnotherSiteMakesNoRoom() {
        String own = "http://127.0.0.1:" + server.port();
        assertThat(makeRoom(own, "application/json").statusCode()).isEqualTo(201);
        for (String name : new String[] {"localhost", "[::1]"}) {
            String same = "http://" + name + ":" + server.port();
            assertThat(makeRoom(same, "application/json").statusCode()).isEqualTo(201);
        }
        for (String origin :
                new String[] {
                    "https://127.0.0.1:" + server.port(),
                    "https://localhost:" + server.port(),
                    "http://127.0.0.1",
                    "http://localhost",
                    "http://localhost.evil.example:" + server.port(),
                    "http://127.0.0.1.evil.example:" + server.port(),
                    "http://evil.example",
                    "null",
                    ""
                }) {
            assertProblem(makeRoom(origin, "application/json"), 403, "bad-origin");
        }
        assertProblem(makeRoom(own, "text/plain"), 415, "unsupported-type");
    }

    @Test
    void aLinkDoesNotNameTheHostOfTheRequest() {
        HttpResponse<Buffer> made =
                TestClient.await(
                        request(HttpMethod.POST, "/api/rooms")
                                .virtualHost("evil.example")
                                .sendJsonObject(new JsonObject().put("title", "a")));
        assertThat(made.bodyAsJsonObject().getString("link"))
                .startsWith("http://127.0.0.1:" + server.port() + "/r/");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        HttpResponse<Buffer> answer =
                TestClient.await(request(HttpMethod.DELETE, "/api/rooms").send());
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.getHeader("allow")).isEqualTo("OPTIONS, POST");
        assertThat(TestClient.await(request(HttpMethod.POST, "/r/a").send()).getHeader("allow"))
                .isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void headIsGetWithoutTheBody() {
        HttpResponse<Buffer> head =
                TestClient.await(request(HttpMethod.HEAD, "/health/live").send());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isNull();
        assertThat(TestClient.await(request(HttpMethod.HEAD, "/nothing").send()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutAStreamingServerThereIsNoStationToken() {
        JsonObject room = makeRoom();
        assertProblem(
                TestClient.await(
                        request(
                                        HttpMethod.POST,
                                        "/api/rooms/" + room.getString("id") + "/station-token")
                                .bearerTokenAuthentication(room.getString("hostKey"))
                                .send()),
                503,
                "no-station");
    }

    @Test
    void everyAnswerHasItsSafetyHeaders() {
        HttpResponse<Buffer> response = get("/health/live");
        assertThat(response.getHeader("x-content-type-options")).isEqualTo("nosniff");
        assertThat(response.getHeader("x-frame-options")).isEqualTo("DENY");
    }

    @Test
    void theWhipDoorSaysWhatIsWrong() {
        JsonObject room = makeRoom();
        String door = "/whip/" + room.getString("id");
        assertProblem(TestClient.await(request(HttpMethod.POST, door).send()), 401, "unauthorized");
        assertProblem(
                TestClient.await(
                        request(HttpMethod.POST, "/whip/nowhere")
                                .bearerTokenAuthentication("x")
                                .putHeader("content-type", "application/sdp")
                                .sendBuffer(Buffer.buffer("v=0"))),
                404,
                "unknown-room");
        assertProblem(
                TestClient.await(
                        request(HttpMethod.POST, door)
                                .bearerTokenAuthentication("x")
                                .sendJsonObject(new JsonObject())),
                415,
                "unsupported-type");
        assertProblem(
                TestClient.await(
                        request(HttpMethod.POST, door)
                                .bearerTokenAuthentication("x")
                                .putHeader("content-type", "application/sdp")
                                .sendBuffer(Buffer.buffer("v=0"))),
                403,
                "bad-token");
        assertProblem(
                TestClient.await(
                        request(HttpMethod.POST, door)
                                .bearerTokenAuthentication(room.getString("encoderToken"))
                                .putHeader("content-type", "application/sdp")
                                .sendBuffer(Buffer.buffer("v=0"))),
                406,
                "bad-offer");
        assertProblem(
                TestClient.await(request(HttpMethod.PATCH, door + "/s1/p1").send()),
                405,
                "method-not-allowed");
        assertThat(
                        TestClient.await(request(HttpMethod.OPTIONS, door).send())
                                .getHeader("access-control-allow-methods"))
                .contains("POST");
    }
}
