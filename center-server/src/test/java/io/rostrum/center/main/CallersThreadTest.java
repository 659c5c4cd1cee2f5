package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.account.Identity;
import io.rostrum.center.account.Kept;
import io.rostrum.center.account.RoomRecord;
import io.rostrum.center.account.SecretHash;
import io.rostrum.center.admin.RoomsApi;
import io.rostrum.center.config.CenterConfig;
import io.rostrum.center.config.HttpConfig;
import io.rostrum.center.config.MediaConfig;
import io.rostrum.center.config.RoomConfig;
import io.rostrum.center.config.StreamingConfig;
import io.rostrum.center.net.Origins;
import io.rostrum.center.room.Room;
import io.rostrum.center.room.RoomMedia;
import io.rostrum.center.room.RoomProxy;
import io.rostrum.center.room.RoomSettings;
import io.rostrum.center.room.Rooms;
import io.rostrum.center.room.Studio;
import io.rostrum.center.signal.Lobby;
import io.rostrum.center.signal.SignalDoor;
import io.rostrum.center.signal.SignalSettings;
import io.rostrum.center.signal.SocketMeters;
import io.rostrum.center.signal.WhipDoor;
import io.rostrum.gate.Gate;
import io.rostrum.gate.GateSettings;
import io.rostrum.gate.Prices;
import io.rostrum.gate.SecurityLog;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.internal.VertxInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.WebClient;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The doors of a room that lives on another loop than the connections do. */
class CallersThreadTest {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final Context home = ((VertxInternal) vertx).createEventLoopContext();
    private final Context door = ((VertxInternal) vertx).createEventLoopContext();
    private final WebClient http = WebClient.create(vertx);
    private final WebSocketClient sockets = vertx.createWebSocketClient();
    private final Gate gate =
            new Gate(
                    GateSettings.defaults().callers(),
                    Prices.perMinute(9, 9),
                    SecurityLog.none(),
                    System::nanoTime);
    private final RoomProxy room =
            new RoomProxy(
                    home,
                    room(),
                    System::nanoTime,
                    new RoomProxy.Life(
                            "r1",
                            Duration.ofMinutes(5),
                            new Rooms(id -> Future.failedFuture("none"))));
    private final Rooms rooms = new Rooms(id -> Future.succeededFuture(room));
    private final Queue<Thread> own = new ConcurrentLinkedQueue<>();
    private final Queue<Thread> answering = new ConcurrentLinkedQueue<>();
    private final int port = TestClient.await(listen()).actualPort();

    private static Room room() {
        return new Room(
                "r1",
                "Town hall",
                new RoomSettings(10, Duration.ofSeconds(30)),
                RoomMedia.none(),
                Studio.none(),
                () -> "secret",
                InstantSource.system(),
                Kept.NOTHING,
                kept -> {});
    }

    private Future<HttpServer> listen() {
        Promise<HttpServer> listening = Promise.promise();
        door.runOnContext(go ->
                vertx.createHttpServer(
                                new HttpServerOptions()
                                        .setWebSocketSubProtocols(
                                                List.of(SignalSettings.SUBPROTOCOL)))
                        .requestHandler(router())
                        .listen(0, "127.0.0.1")
                        .onComplete(listening));
        return listening.future();
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.get("/api/rooms/:room/signal")
                .handler(
                        new SignalDoor(
                                identity(),
                                rooms,
                                new Origins(null, Set.of()),
                                SignalSettings.defaults(),
                                gate,
                                new Lobby(9, 9, 9),
                                new SocketMeters(),
                                System::nanoTime));
        router.route().handler(this::watch);
        new WhipDoor(identity(), rooms, gate).mount(router);
        new RoomsApi(config(), identity(), rooms, gate, "0").mount(router);
        return router;
    }

    private void watch(RoutingContext web) {
        own.add(Thread.currentThread());
        web.addHeadersEndHandler(ending -> answering.add(Thread.currentThread()));
        web.next();
    }

    private static Identity identity() {
        return new Identity() {
            @Override
            public Future<NewRoom> createRoom(String title) {
                return Future.failedFuture("makes no rooms");
            }

            @Override
            public RoomRecord room(String id) {
                return new RoomRecord(
                        id, "Town hall", SecretHash.of("key"), SecretHash.of("token"), "now");
            }
        };
    }

    private static CenterConfig config() {
        InetAddress here = InetAddress.getLoopbackAddress();
        return new CenterConfig(
                new HttpConfig("127.0.0.1", 0, null, Set.of(), null, false),
                new MediaConfig(here, List.of(here), 1, 1, 0, 0),
                new RoomConfig(Path.of("unused"), 10, Duration.ofSeconds(30), 0, 50),
                new StreamingConfig(null, null, null),
                GateSettings.defaults());
    }

    @AfterEach
    void close() {
        TestClient.await(vertx.close());
    }

    private int status(HttpMethod method, String path, String token) {
        return TestClient.await(
                        http.request(method, port, "127.0.0.1", path)
                                .bearerTokenAuthentication(token)
                                .putHeader("content-type", "application/sdp")
                                .send())
                .statusCode();
    }

    @Test
    void anEncoderIsAnsweredOnTheLoopOfItsConnection() {
        assertThat(status(HttpMethod.POST, "/whip/r1", "token")).isEqualTo(201);
        assertThat(status(HttpMethod.POST, "/whip/r1", "guess")).isEqualTo(403);
        assertThat(status(HttpMethod.DELETE, "/whip/r1/secret/p1", "token")).isEqualTo(200);
        assertThat(answering).hasSize(3).containsExactlyElementsOf(own);
    }

    @Test
    void soIsWhoLooksAtARoom() {
        TestClient.await(rooms.find("r1"));
        assertThat(status(HttpMethod.GET, "/api/rooms/r1", "token")).isEqualTo(200);
        assertThat(answering).hasSize(1).containsExactlyElementsOf(own);
    }

    /** The session itself asserts that it is told on its own loop. */
    @Test
    void soIsWhoIsInTheRoom() {
        TestClient ana = TestClient.connect(sockets, port, "r1");
        ana.join("Ana", "offer", null);
        assertThat(ana.ask("microphone", "present", true).getString("type")).isEqualTo("done");
    }
}
