package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host does with his recordings, and what others may not. */
@Tag("system")
class OwnerTest {
    @TempDir Path folder;
    private StreamingServer server;
    private FeedClient feed;
    private HostClient host;

    @BeforeEach
    void recorded() throws Exception {
        start();
        feed.open();
        feed.init(Large.INIT);
        for (int i = 0; i < 3; i++) {
            feed.segment(i, Large.segment(i, 2000));
        }
        assertThat(feed.end().statusCode()).isEqualTo(200);
    }

    private void start() throws IOException {
        server = Stations.start(folder);
        feed = new FeedClient(server.port(), "r1", "s1");
        host = new HostClient(feed, "r1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> edit(String name, String value) throws Exception {
        return host.send("PATCH", "/api/recordings/s1", new JsonObject().put(name, value));
    }

    private HttpResponse<String> remove(String token) throws Exception {
        return feed.send("DELETE", "/api/recordings/s1", BodyPublishers.noBody(), token);
    }

    private JsonArray own() throws Exception {
        return new JsonArray(
                feed.send(
                                "GET",
                                "/api/channels/r1/recordings",
                                BodyPublishers.noBody(),
                                HostClient.token("r1"))
                        .body());
    }

    @Test
    void wordsChangeAndStayThroughARestart() throws Exception {
        assertThat(edit("title", "  Council\n<b>meeting</b> ").statusCode()).isEqualTo(200);
        JsonObject edited = new JsonObject(edit("description", "First line\nsecond").body());
        assertThat(edited.getString("title")).isEqualTo("Council <b>meeting</b>");
        assertThat(edited.getString("description")).isEqualTo("First line\nsecond");
        server.close();
        start();
        JsonObject after = new JsonObject(feed.text("/api/recordings/s1").body());
        assertThat(after.getString("title")).isEqualTo("Council <b>meeting</b>");
        assertThat(after.getString("description")).isEqualTo("First line\nsecond");
        assertThat(after.getString("visibility")).isEqualTo("public");
    }

    @Test
    void anUnlistedOneIsInNoListButTheHosts() throws Exception {
        assertThat(new JsonArray(feed.text("/api/recordings").body())).hasSize(1);
        assertThat(edit("visibility", "unlisted").statusCode()).isEqualTo(200);
        assertThat(new JsonArray(feed.text("/api/recordings").body())).isEmpty();
        assertThat(feed.text("/recordings/s1/master.m3u8").statusCode()).isEqualTo(200);
        assertThat(own()).hasSize(1);
        assertThat(own().getJsonObject(0).getString("visibility")).isEqualTo("unlisted");
    }

    @Test
    void aPrivateOneTakesTheRightToWatchEverywhere() throws Exception {
        assertThat(edit("visibility", "private").statusCode()).isEqualTo(200);
        for (String path :
                List.of(
                        "/api/recordings/s1",
                        "/api/recordings/s1/mp4",
                        "/recordings/s1/master.m3u8",
                        "/recordings/s1/program.mp4",
                        "/recordings/s1/download.mp4",
                        "/recordings/s1/poster.jpg",
                        "/recordings/s1/storyboard.vtt",
                        "/recordings/s1/storyboard-0.jpg",
                        "/live/r1/s1/storyboard-0.jpg",
                        "/live/r1/s1/dvr.m3u8")) {
            assertThat(feed.bytes(path).statusCode()).as(path).isEqualTo(403);
        }
        JsonObject mine = own().getJsonObject(0);
        assertThat(mine.getString("visibility")).isEqualTo("private");
        String shown = mine.getString("hls");
        assertThat(feed.text(shown.substring(shown.indexOf("/recordings"))).statusCode())
                .isEqualTo(200);
        assertThat(edit("visibility", "public").statusCode()).isEqualTo(200);
        assertThat(feed.text("/recordings/s1/master.m3u8").statusCode()).isEqualTo(200);
    }

    @Test
    void aRemovedOneIsGoneEverywhereAndStaysAway() throws Exception {
        assertThat(feed.text("/live/r1/s1/dvr.m3u8").statusCode()).isEqualTo(200);
        assertThat(remove(HostClient.token("r1")).statusCode()).isEqualTo(204);
        for (String path :
                List.of(
                        "/api/recordings/s1",
                        "/recordings/s1/master.m3u8",
                        "/recordings/s1/0.m4s",
                        "/recordings/s1/program.mp4",
                        "/recordings/s1/thumbnail.jpg",
                        "/recordings/s1/chapters.json",
                        "/recordings/s1/storyboard.vtt",
                        "/live/r1/s1/media.m3u8",
                        "/live/r1/s1/0.m4s",
                        "/live/r1/s1/dvr.m3u8")) {
            assertThat(feed.bytes(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(own()).isEmpty();
        assertThat(remove(HostClient.token("r1")).statusCode()).isEqualTo(404);
        assertThat(folder.resolve("sessions").toFile().list()).isEmpty();
        server.close();
        start();
        assertThat(feed.text("/api/recordings").body()).isEqualTo("[]");
    }

    @Test
    void nobodyElseMay() throws Exception {
        String another = HostClient.token("r2");
        assertThat(remove("").statusCode()).isEqualTo(401);
        assertThat(remove(FeedClient.SECRET).statusCode()).isEqualTo(401);
        assertThat(remove(another).statusCode()).isEqualTo(403);
        assertThat(
                        feed.send(
                                        "PATCH",
                                        "/api/recordings/s1",
                                        BodyPublishers.ofString("{\"title\":\"mine\"}"),
                                        another)
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        feed.send(
                                        "GET",
                                        "/api/channels/r1/recordings",
                                        BodyPublishers.noBody(),
                                        another)
                                .statusCode())
                .isEqualTo(403);
        assertThat(feed.text("/api/recordings/s1").body()).contains("\"title\":\"Town hall\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":7}",
                "{\"title\":null}",
                "{\"visibility\":\"secret\"}",
                "{\"visibility\":null}",
                "{\"description\":[]}",
                "[]",
                "title",
                ""
            })
    void nonsenseChangesNothing(String body) throws Exception {
        HttpResponse<String> answer =
                feed.send(
                        "PATCH",
                        "/api/recordings/s1",
                        BodyPublishers.ofString(body),
                        HostClient.token("r1"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(feed.text("/api/recordings/s1").body()).contains("\"title\":\"Town hall\"");
    }

    @Test
    void aTitleHasABound() throws Exception {
        assertThat(edit("title", "x".repeat(201)).statusCode()).isEqualTo(400);
        assertThat(edit("description", "x".repeat(4001)).statusCode()).isEqualTo(400);
        assertThat(edit("description", "x".repeat(40_000)).statusCode()).isEqualTo(413);
    }
}
