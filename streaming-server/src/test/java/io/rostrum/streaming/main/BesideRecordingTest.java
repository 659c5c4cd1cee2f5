package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a host chooses as the picture of his recording, and writes as its chapters. */
@Tag("system")
class BesideRecordingTest extends OneRecording {
    private HttpResponse<String> chapters(Object... startsAndTitles) throws Exception {
        JsonArray array = new JsonArray();
        for (int i = 0; i < startsAndTitles.length; i += 2) {
            array.add(
                    new JsonObject()
                            .put("start", startsAndTitles[i])
                            .put("title", startsAndTitles[i + 1]));
        }
        return host.send("PUT", CHAPTERS, new JsonObject().put("chapters", array));
    }

    private JsonArray told() throws Exception {
        return new JsonArray(feed.text("/recordings/s1/chapters.json").body());
    }

    @Test
    void chaptersAreThoseThatTheHostWroteThroughARestartAndACut() throws Exception {
        recorded();
        assertThat(chapters(0, "Welcome", 6.5, " The <b>budget</b> ", 15, "End").statusCode())
                .isEqualTo(200);
        restart();
        assertThat(told()).hasSize(3);
        assertThat(told().getJsonObject(1).getString("title")).isEqualTo("The <b>budget</b>");
        assertThat(told().getJsonObject(1).getDouble("end")).isEqualTo(15.0);
        assertThat(feed.text("/recordings/s1/chapters.vtt").body())
                .contains("00:00:06.500 --> 00:00:15.000\nThe &lt;b&gt;budget&lt;/b&gt;");
        cut(4, 14);
        assertThat(told()).hasSize(2);
        assertThat(told().getJsonObject(0).getString("title")).isEqualTo("Welcome");
        assertThat(told().getJsonObject(1).getDouble("start")).isEqualTo(2.5);
        bare("DELETE", TRIM);
        assertThat(told()).hasSize(3);
        assertThat(bare("DELETE", CHAPTERS).statusCode()).isEqualTo(200);
        assertThat(told()).isEmpty(); // nobody was named
    }

    @Test
    void chaptersHaveBounds() throws Exception {
        recorded();
        assertThat(chapters(0, "x".repeat(101)).statusCode()).isEqualTo(400);
        assertThat(chapters(0, "  ").statusCode()).isEqualTo(400);
        assertThat(chapters(0, 7).statusCode()).isEqualTo(400);
        assertThat(chapters(-1, "a").statusCode()).isEqualTo(400);
        assertThat(chapters(20, "behind the end").statusCode()).isEqualTo(400);
        assertThat(chapters(1, "a", 1, "b").statusCode()).isEqualTo(400);
        Object[] many = new Object[402];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = i / 100.0;
            many[i + 1] = "c";
        }
        assertThat(chapters(many).statusCode()).isEqualTo(400);
        assertThat(
                        feed.send(
                                        "PUT",
                                        CHAPTERS,
                                        BodyPublishers.ofString("x".repeat(140_000)),
                                        HostClient.token("r1"))
                                .statusCode())
                .isEqualTo(413);
        assertThat(told()).isEmpty();
        assertThat(chapters().statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> sends(byte[] picture, String type) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + PICTURE))
                        .header("Authorization", "Bearer " + HostClient.token("r1"))
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofByteArray(picture))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] blue(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, 0x0000FF);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private BufferedImage shown(String name) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(feed.bytes("/recordings/s1/" + name).body()));
    }

    @Test
    void aPictureThatTheHostSendsIsTheRecordings() throws Exception {
        recorded();
        String before =
                new JsonObject(feed.text("/api/recordings/s1").body()).getString("thumbnail");
        JsonObject edited = new JsonObject(sends(blue(2000, 1000), "image/png").body());
        assertThat(edited.getString("thumbnail")).isNotEqualTo(before).contains("?picture=");
        restart();
        assertThat(shown("poster.jpg").getWidth()).isEqualTo(1280);
        assertThat(shown("thumbnail.jpg").getWidth()).isEqualTo(640);
        assertThat(shown("thumbnail.jpg").getRGB(100, 100) & 0xFF).isGreaterThan(240);
        cut(4, 14);
        assertThat(shown("thumbnail.jpg").getRGB(100, 100) & 0xFF).isGreaterThan(240);
        assertThat(bare("DELETE", PICTURE).statusCode()).isEqualTo(200);
        assertThat(status("thumbnail.jpg")).isEqualTo(404); // these pictures show nothing
    }

    @Test
    void aMomentOfTheRecordingIsItsPictureAsLongAsItIsShown() throws Exception {
        filmed(24);
        Eventually.holds("it has a picture", SOON, () -> status("poster.jpg") == 200);
        byte[] middle = feed.bytes("/recordings/s1/poster.jpg").body();
        assertThat(host.send("PUT", PICTURE, new JsonObject().put("at", 1.0)).statusCode())
                .isEqualTo(200);
        byte[] chosen = feed.bytes("/recordings/s1/poster.jpg").body();
        assertThat(chosen).isNotEqualTo(middle);
        cut(12, 24);
        assertThat(feed.bytes("/recordings/s1/poster.jpg").body()).isNotEqualTo(chosen);
        bare("DELETE", TRIM);
        assertThat(feed.bytes("/recordings/s1/poster.jpg").body()).isEqualTo(chosen);
    }

    @Test
    void aPictureThatIsNoneIsRefused() throws Exception {
        recorded();
        assertThat(sends("<svg/>".getBytes(StandardCharsets.UTF_8), "image/svg+xml").statusCode())
                .isEqualTo(415);
        assertThat(sends(new byte[0], "image/png").statusCode()).isEqualTo(415);
        assertThat(sends(new byte[9 << 20], "image/png").statusCode()).isEqualTo(413);
        for (String body :
                List.of("{}", "[]", "", "{\"at\":\"1\"}", "{\"at\":-1}", "{\"at\":21}")) {
            HttpResponse<String> answer =
                    feed.send(
                            "PUT", PICTURE, BodyPublishers.ofString(body), HostClient.token("r1"));
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
        }
        assertThat(host.send("PUT", PICTURE, new JsonObject().put("at", 1.0)).statusCode())
                .isEqualTo(409); // nobody can decode it
    }
}
