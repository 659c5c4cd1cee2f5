package io.rostrum.center.main;

import io.rostrum.center.config.CenterConfig;
import io.rostrum.center.config.HttpConfig;
import io.rostrum.center.config.MediaConfig;
import io.rostrum.center.config.RoomConfig;
import io.rostrum.center.config.StreamingConfig;
import io.rostrum.gate.GateSettings;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real server in this process, for tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerHarness {
    final Vertx vertx = Vertx.vertx();
    final WebClient http = WebClient.create(vertx);

    /** Kept, since Vert.x closes the connections of a client that nobody holds. */
    final WebSocketClient sockets = vertx.createWebSocketClient();

    CenterServer server;
    Path data;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        data = folder.resolve("center");
        InetAddress here = InetAddress.getLoopbackAddress();
        server =
                TestClient.await(
                        CenterServer.start(
                                new CenterConfig(
                                        http(),
                                        new MediaConfig(
                                                here, List.of(here), freeUdpPort(), 1, 1, 10),
                                        new RoomConfig(data, 10, Duration.ofSeconds(30), 0, 50),
                                        streaming(),
                                        gate())));
    }

    HttpConfig http() {
        return new HttpConfig("127.0.0.1", 0, null, Set.of(), null, false);
    }

    StreamingConfig streaming() {
        return new StreamingConfig(null, null, null);
    }

    GateSettings gate() {
        return GateSettings.defaults();
    }

    private static int freeUdpPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    void stop() {
        // Our end first: Vert.x may hang where its peer closes beside it.
        TestClient.await(vertx.close());
        TestClient.await(server.stop());
    }

    HttpRequest<Buffer> request(HttpMethod method, String path) {
        return http.request(method, server.port(), "127.0.0.1", path);
    }

    HttpResponse<Buffer> get(String path) {
        return TestClient.await(request(HttpMethod.GET, path).send());
    }

    JsonObject makeRoom() {
        return TestClient.await(
                        request(HttpMethod.POST, "/api/rooms")
                                .sendJsonObject(new JsonObject().put("title", "Town hall")))
                .bodyAsJsonObject();
    }

    TestClient connect(String room) {
        return TestClient.connect(sockets, server.port(), room);
    }
}
