package io.rostrum.streaming.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.gate.Callers;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Prices;
import io.rostrum.gate.SecurityLog;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.live.Unmoved;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door of a server whose hall is not open yet. */
class WhepDoorTest {
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void start() {
        Gate gate =
                new Gate(
                        Callers.DIRECT,
                        Prices.perMinute(1, 1),
                        SecurityLog.none(),
                        System::nanoTime);
        OnAir onAir = new OnAir(vertx, new Unmoved());
        Router router = Router.router(vertx);
        Doors.open(router, "http://a");
        new WhepDoor(vertx, onAir, () -> null, ctx -> {}, gate).mount(router);
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
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
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
