package io.rostrum.streaming.main;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
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

    private HttpResponse<String> mark(byte[] picture, String token) throws Exception {
        return feed.send(
                "PUT",
                "/api/channels/r1/layer/logo",
                BodyPublishers.ofByteArray(picture),
                token,
                "image/png");
    }

    private static byte[] png(int width, int height, int colour) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, colour);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void aMarkMayBeAPictureThatIsMadeAnewAndStaysSeeThrough() throws Exception {
        onAir(2);
        assertThat(show("{\"logo\":\"Town\"}").statusCode()).isEqualTo(200);
        HttpResponse<String> shown = mark(png(960, 320, 0xFFFF0000), HostClient.token("r1"));
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        String name = new JsonObject(shown.body()).getString("picture");
        assertThat(new JsonObject(shown.body()).getString("logo")).isEqualTo("Town");
        JsonArray events = layer("/live/r1/layer.json").getJsonArray("events");
        assertThat(events.getJsonObject(1).getString("picture")).isEqualTo(name);
        HttpResponse<byte[]> live = feed.bytes("/live/r1/" + name);
        assertThat(live.headers().firstValue("Content-Type")).contains("image/png");
        BufferedImage made = ImageIO.read(new ByteArrayInputStream(live.body()));
        assertThat(made.getWidth()).isEqualTo(480);
        assertThat(made.getHeight()).isEqualTo(160);
        assertThat(made.getRGB(400, 100) >>> 24).as("see-through").isZero();
        assertThat(show("{\"logo\":null}").body()).contains("\"picture\":\"\"");
        assertThat(feed.end().statusCode()).isEqualTo(200);
        assertThat(feed.bytes("/recordings/s1/" + name).body()).isEqualTo(live.body());
        refused(feed.text("/recordings/s1/logo-00000000.png"), 404, "not-found");
    }

    @Test
    void whatIsNoPictureIsNoMarkAndThereIsABoundForThem() throws Exception {
        onAir(2);
        refused(mark("<svg/>".getBytes(UTF_8), HostClient.token("r1")), 415, "bad-picture");
        refused(mark(png(1, 1, 0), HostClient.token("r2")), 403, "not-your-channel");
        for (int i = 0; i < 20; i++) {
            assertThat(mark(png(8, 8, 0xFF000000 + i), HostClient.token("r1")).statusCode())
                    .isEqualTo(200);
        }
        refused(mark(png(8, 8, -1), HostClient.token("r1")), 409, "layer-full");
        assertThat(mark(png(8, 8, 0xFF000000), HostClient.token("r1")).statusCode())
                .as("one that is known")
                .isEqualTo(200);
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
