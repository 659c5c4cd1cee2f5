package io.rostrum.center.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.account.Identity;
import io.rostrum.center.account.RoomRecord;
import io.rostrum.center.net.Origins;
import io.rostrum.center.room.Rooms;
import io.rostrum.gate.Callers;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Prices;
import io.rostrum.gate.ProxyHeader;
import io.rostrum.gate.SecurityLog;
import io.rostrum.gate.Subnet;
import io.rostrum.http.WellFormed;
import io.rostrum.testing.Eventually;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A door with few places, and clients of many addresses behind a trusted proxy. */
class SignalDoorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int EACH = 4;
    private static final int UNJOINED = 12;

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient clients =
            vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(100));
    private final SocketMeters meters = new SocketMeters();
    private int port;

    @BeforeEach
    void start() {
        Gate gate =
                new Gate(
                        new Callers(
                                List.of(Subnet.of("--trusted-proxy", "127.0.0.0/8")),
                                ProxyHeader.X_FORWARDED_FOR),
                        Prices.perMinute(1000, 1000),
                        SecurityLog.none(),
                        System::nanoTime);
        Router router = Router.router(vertx);
        router.get("/api/rooms/:room/signal")
                .handler(
                        new SignalDoor(
                                nobody(),
                                new Rooms(id -> Future.failedFuture("opens no rooms")),
                                new Origins(null, Set.of()),
                                SignalSettings.defaults(),
                                gate,
                                new Lobby(EACH, 10 * UNJOINED, UNJOINED),
                                meters,
                                System::nanoTime));
        HttpServerOptions options =
                new HttpServerOptions()
                        .setWebSocketSubProtocols(List.of(SignalSettings.SUBPROTOCOL));
        port =
                await(WellFormed.on(vertx.createHttpServer(options), router).listen(0, "127.0.0.1"))
                        .actualPort();
    }

    private static Identity nobody() {
        return new Identity() {
            @Override
            public Future<NewRoom> createRoom(String title) {
                return Future.failedFuture("makes no rooms");
            }

            @Override
            public @Nullable RoomRecord room(String id) {
                return null;
            }
        };
    }

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private WebSocket connect(String from) {
        return await(
                clients.connect(
                        new WebSocketConnectOptions()
                                .setHost("127.0.0.1")
                                .setPort(port)
                                .setURI("/api/rooms/r/signal")
                                .addHeader("X-Forwarded-For", from)
                                .addSubProtocol(SignalSettings.SUBPROTOCOL)));
    }

    @Test
    void addressesThatTogetherTakeAllPlacesAndJoinNothingKeepNobodyOut() {
        List<WebSocket> eves = new ArrayList<>();
        for (int i = 0; i < UNJOINED; i++) {
            eves.add(connect("192.0.2." + i % (UNJOINED / EACH)));
        }
        WebSocket first = connect("198.51.100.1");
        WebSocket second = connect("198.51.100.2");
        Eventually.holds(
                "the oldest two gave way",
                PATIENCE,
                () -> eves.stream().filter(WebSocket::isClosed).count() == 2);
        assertThat(eves.get(0).closeStatusCode()).isEqualTo((short) 1013);
        assertThat(eves.get(1).closeStatusCode()).isEqualTo((short) 1013);
        assertThat(first.isClosed()).isFalse();
        assertThat(second.isClosed()).isFalse();
        assertThat(meters.gaveWay()).isEqualTo(2);
    }
}
