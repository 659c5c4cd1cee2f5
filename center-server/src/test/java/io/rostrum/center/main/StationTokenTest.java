package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.config.StreamingConfig;
import io.rostrum.token.BadTokenException;
import io.rostrum.token.TokenKind;
import io.rostrum.token.Tokens;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StationTokenTest extends ServerHarness {
    private static final String SECRET = "what both servers know, long enough";

    @Override
    StreamingConfig streaming() {
        return new StreamingConfig(
                URI.create("http://127.0.0.1:1"), URI.create("https://tv.example"), SECRET);
    }

    private HttpRequest<Buffer> door(String room) {
        return request(HttpMethod.POST, "/api/rooms/" + room + "/station-token");
    }

    private static String refused(HttpResponse<Buffer> response) {
        String type = response.bodyAsJsonObject().getString("type");
        return response.statusCode() + " " + type.substring(type.lastIndexOf('/') + 1);
    }

    @Test
    void theHostGetsATokenForHisChannelThatEndsWithinTheHour() throws BadTokenException {
        JsonObject room = makeRoom();
        HttpResponse<Buffer> given =
                TestClient.await(
                        door(room.getString("id"))
                                .bearerTokenAuthentication(room.getString("hostKey"))
                                .send());
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.getHeader("cache-control")).isEqualTo("no-store");
        JsonObject token = given.bodyAsJsonObject();
        assertThat(token.getString("station")).isEqualTo("https://tv.example");
        Instant end = Instant.parse(token.getString("expiresAt"));
        assertThat(end).isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1)));
        Tokens tokens = new Tokens(SECRET, TokenKind.STATION);
        assertThat(tokens.check(token.getString("token"), Instant.now()).subject())
                .isEqualTo(room.getString("id"));
    }

    @Test
    void nobodyElseGetsOne() {
        JsonObject room = makeRoom();
        String id = room.getString("id");
        String foreign = makeRoom().getString("hostKey");
        assertThat(refused(TestClient.await(door(id).send()))).isEqualTo("401 unauthorized");
        for (String key : new String[] {foreign, room.getString("encoderToken"), "x"}) {
            assertThat(refused(TestClient.await(door(id).bearerTokenAuthentication(key).send())))
                    .isEqualTo("403 bad-host-key");
        }
        assertThat(refused(TestClient.await(door("nowhere").bearerTokenAuthentication("x").send())))
                .isEqualTo("404 unknown-room");
    }
}
