package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with one recording, as its host meets it. */
abstract class OneRecording {
    static final Duration SOON = Duration.ofSeconds(30);
    static final String TRIM = "/api/recordings/s1/trim";
    static final String CHAPTERS = "/api/recordings/s1/chapters";
    static final String PICTURE = "/api/recordings/s1/picture";

    @TempDir Path folder;
    StreamingServer server;
    FeedClient feed;
    HostClient host;

    @BeforeEach
    void start() throws IOException {
        server = Stations.start(folder.resolve("data"));
        feed = new FeedClient(server.port(), "r1", "s1");
        host = new HostClient(feed, "r1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    void restart() throws IOException {
        server.close();
        start();
    }

    /** Twenty seconds of two each, of pictures that nobody can decode. */
    void recorded() throws Exception {
        feed.open();
        feed.init(Large.INIT);
        for (int i = 0; i < 10; i++) {
            assertThat(feed.segment(i, Large.segment(i, 2000)).statusCode()).isEqualTo(200);
        }
        assertThat(feed.end().statusCode()).isEqualTo(200);
    }

    void filmed(int seconds) throws Exception {
        Script script = Script.program(folder, seconds, 7);
        feed.open();
        feed.init(script.init());
        for (int i = 0; i < script.segments().size(); i++) {
            feed.segment(i, FeedClient.whole(script.segments().get(i)));
        }
        assertThat(feed.end().statusCode()).isEqualTo(200);
    }

    HttpResponse<String> cut(double start, double end) throws Exception {
        return host.send("PUT", TRIM, new JsonObject().put("start", start).put("end", end));
    }

    HttpResponse<String> bare(String method, String path) throws Exception {
        return feed.send(method, path, BodyPublishers.noBody(), HostClient.token("r1"));
    }

    int status(String name) {
        try {
            return feed.bytes("/recordings/s1/" + name).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
