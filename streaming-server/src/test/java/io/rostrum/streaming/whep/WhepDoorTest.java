package io.rostrum.streaming.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.streaming.config.FeedConfig;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.ingest.FeedMeters;
import io.rostrum.streaming.ingest.Programs;
import io.rostrum.streaming.ingest.Unmoved;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.DiskHealth;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door of a server whose hall is not open yet. */
class WhepDoorTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir Path folder;
    private final Vertx vertx = Vertx.vertx();
    private DataDirectory data;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        data = DataDirectory.open(folder);
        Programs programs =
                new Programs(
                        vertx,
                        Thread::startVirtualThread,
                        data,
                        new DiskHealth(),
                        new FeedConfig("x".repeat(32), MINUTE, MINUTE, FeedLimits.DEFAULT),
                        new FeedMeters(new SimpleMeterRegistry()),
                        Optional::empty,
                        new Unmoved());
        Router router = Router.router(vertx);
        Doors.open(router);
        new WhepDoor(vertx, programs, () -> null, ctx -> {}).mount(router);
        Doors.close(router);
        server =
                vertx.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    @AfterEach
    void stop() throws IOException {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        data.close();
    }

    @Test
    void saysThatTheServerHasJustStartedAndWhenToComeBack() throws Exception {
        URI viewer = URI.create("http://127.0.0.1:" + server.actualPort() + "/live/r1/whep/0-abc");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(viewer).DELETE().build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            JsonObject problem = new JsonObject(answer.body());
            assertThat(problem.getString("type")).isEqualTo("https://rostrum.io/problems/starting");
        }
    }
}
