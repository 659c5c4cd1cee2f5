package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host switches what stands above the picture, and viewers learn of it. */
class LayerTest extends OneChannel {
    private HostClient host;

    @BeforeEach
    void host() {
        host = new HostClient(feed, "r1");
    }

    private HttpResponse<String> show(String json) throws Exception {
        return host.send("PATCH", "/api/channels/r1/layer", new JsonObject(json));
    }

    private JsonObject layer(String path) throws Exception {
        HttpResponse<String> answer = feed.text(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static List<String> kinds(JsonObject layer) {
        JsonArray events = layer.getJsonArray("events");
        return events.stream().map(one -> ((JsonObject) one).getString("show")).toList();
    }

    private void took(String name, long at) throws Exception {
        JsonObject take = new JsonObject().put("picture", name).put("at", at);
        assertThat(feed.send("PATCH", feed.path(""), BodyPublishers.ofString(take.encode())))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(200);
    }

    @Test
    void whatIsSwitchedHasTheTimeOfThePictureAndStaysWithTheRecording() throws Exception {
        onAir(2);
        took("Ana", 0);
        HttpResponse<String> shown =
                show("{\"names\":true,\"titles\":{\"Ana\":\"Physics\"},\"logo\":\"Town\"}");
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(new JsonObject(shown.body()).getJsonObject("titles").getString("Ana"))
                .isEqualTo("Physics");
        JsonObject live = layer("/live/r1/layer.json");
        assertThat(kinds(live)).containsExactly("picture", "names", "logo", "title");
        JsonArray events = live.getJsonArray("events");
        assertThat(events.getJsonObject(0).getDouble("at")).isZero();
        assertThat(events.getJsonObject(1).getDouble("at")).isPositive();
        assertThat(feed.end().statusCode()).isEqualTo(200);
        JsonObject kept = layer("/recordings/s1/layer.json");
        assertThat(kept.getJsonArray("events")).isEqualTo(events);
        assertThat(kept.getBoolean("over")).isTrue();
        refused(feed.text("/live/r1/layer.json"), 404, "not-on-air");
        refused(show("{\"clock\":true}"), 404, "not-on-air");
    }

    @Test
    void whoKnowsItAllWaitsForWhatComesNext() throws Exception {
        onAir(2);
        String known = layer("/live/r1/layer.json").getString("revision");
        CompletableFuture<JsonObject> next = waiting(known);
        took("Ben", 90_000);
        JsonObject news = next.get(20, TimeUnit.SECONDS);
        assertThat(news.getBoolean("whole")).isFalse();
        assertThat(kinds(news)).containsExactly("picture");
        took("Ben", 90_000);
        JsonObject again = layer("/live/r1/layer.json");
        assertThat(again.getString("revision"))
                .as("told twice")
                .isEqualTo(news.getString("revision"));
        CompletableFuture<JsonObject> last = waiting(again.getString("revision"));
        assertThat(feed.end().statusCode()).isEqualTo(200);
        assertThat(last.get(20, TimeUnit.SECONDS).getBoolean("over")).isTrue();
    }

    private CompletableFuture<JsonObject> waiting(String known) {
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        answer.complete(layer("/live/r1/layer.json?after=" + known));
                    } catch (Exception | AssertionError e) {
                        answer.completeExceptionally(e);
                    }
                });
        return answer;
    }

    @Test
    void whoNamesAnotherTellingIsToldAllOfIt() throws Exception {
        onAir(2);
        assertThat(show("{\"clock\":true}").statusCode()).isEqualTo(200);
        String now = layer("/live/r1/layer.json").getString("revision");
        for (String known : List.of("", "0", "zz-1", now + "9", "-", "%00", "a".repeat(2000))) {
            JsonObject told = layer("/live/r1/layer.json?after=" + known);
            assertThat(told.getBoolean("whole")).as(known).isTrue();
            assertThat(kinds(told)).containsExactly("clock");
        }
    }

    @Test
    void afterARestartItIsAllThereAndGoesOn() throws Exception {
        onAir(2);
        took("Ana", 0);
        assertThat(show("{\"names\":true}").statusCode()).isEqualTo(200);
        server.close();
        start();
        host();
        assertThat(kinds(layer("/live/r1/layer.json"))).containsExactly("picture", "names");
        JsonObject same = new JsonObject(show("{\"names\":true}").body());
        assertThat(same.getBoolean("names")).isTrue();
        assertThat(kinds(layer("/live/r1/layer.json"))).as("nothing new").hasSize(2);
        assertThat(show("{\"names\":false}").statusCode()).isEqualTo(200);
        assertThat(kinds(layer("/live/r1/layer.json"))).hasSize(3);
    }

    @Test
    void nobodyButTheHostSwitchesIt() throws Exception {
        onAir(2);
        String path = "/api/channels/r1/layer";
        String json = "{\"clock\":true}";
        refused(feed.send("PATCH", path, BodyPublishers.ofString(json), ""), 401, "unauthorized");
        refused(
                feed.send("PATCH", path, BodyPublishers.ofString(json), HostClient.token("r2")),
                403,
                "not-your-channel");
        refused(show("{\"clock\":1}"), 400, "bad-request");
        refused(show("{\"logo\":\"" + "x".repeat(40_000) + "\"}"), 413, "too-large");
        assertThat(kinds(layer("/live/r1/layer.json"))).isEmpty();
    }
}
