package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with one channel whose host may make it private. */
abstract class PrivateChannel {
    static final List<String> LIVE_DOORS =
            List.of(
                    "/live/r1/master.m3u8",
                    "/live/r1/dvr.m3u8",
                    "/live/r1/chapters.json",
                    "/live/r1/chapters.vtt",
                    "/live/r1/as-run.json",
                    "/live/r1/s1/media.m3u8",
                    "/live/r1/s1/init.mp4",
                    "/live/r1/s1/1.m4s",
                    "/live/r1/s1/1.0.m4s",
                    "/live/r1/s1/dvr.m3u8",
                    "/live/r1/s1/dvr/init.mp4",
                    "/live/r1/s1/dvr/0.m4s");

    static final List<String> RECORDED_DOORS =
            List.of(
                    "/recordings/s1/master.m3u8",
                    "/recordings/s1/media.m3u8",
                    "/recordings/s1/init.mp4",
                    "/recordings/s1/0.m4s",
                    "/recordings/s1/program.mp4",
                    "/recordings/s1/thumbnail.jpg",
                    "/recordings/s1/poster.jpg",
                    "/recordings/s1/chapters.json",
                    "/recordings/s1/as-run.json",
                    "/live/r1/s1/dvr.m3u8",
                    "/live/r1/s1/dvr/0.m4s");

    @TempDir static Path films;

    static Script script;

    @TempDir Path data;

    StreamingServer server;

    FeedClient feed;

    HostClient host;

    @BeforeEach
    void start() throws IOException {
        server = Stations.start(data);
        feed = new FeedClient(server.port(), "r1", "s1");
        host = new HostClient(feed, "r1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @BeforeAll
    static void film() throws Exception {
        script = Script.program(films, 8, 1);
    }

    void onAir() throws Exception {
        assertThat(feed.open().statusCode()).isEqualTo(201);
        assertThat(feed.init(script.init()).statusCode()).isEqualTo(200);
        for (int i = 0; i < script.segments().size(); i++) {
            byte[] segment = FeedClient.whole(script.segments().get(i));
            assertThat(feed.segment(i, segment).statusCode()).isEqualTo(200);
        }
    }

    void makePrivate() throws Exception {
        assertThat(host.access("private", "open sesame").statusCode()).isEqualTo(200);
    }

    String right() throws Exception {
        HttpResponse<String> given = host.watch("password", "open sesame");
        assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
        return new JsonObject(given.body()).getString("token");
    }

    static String with(String token, String door) {
        return door.replaceFirst("^(/(?:live|recordings)/[^/]+)", "$1/~" + token);
    }

    void refused(String door) throws Exception {
        HttpResponse<String> answer = feed.text(door);
        assertThat(answer.statusCode()).as(door).isEqualTo(403);
        assertThat(answer.body()).contains("problems/private").doesNotContain("Town hall", "Ana");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    HttpResponse<String> whep(String method, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .header("Content-Type", "application/sdp")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    String text(String path, String... headers) throws Exception {
        HttpResponse<byte[]> answer = feed.bytes(path, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
