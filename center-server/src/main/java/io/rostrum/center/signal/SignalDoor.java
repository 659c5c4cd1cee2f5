package io.rostrum.center.signal;

import io.rostrum.center.account.Identity;
import io.rostrum.center.room.Rooms;
import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.ServerMessage;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.LongSupplier;

/** {@code GET /api/rooms/{room}/signal}: the WebSocket of one client. */
public final class SignalDoor implements Handler<RoutingContext> {
    /** RFC 6455 section 7.4.1. */
    private static final short TOO_BIG = 1009;

    private final Identity identity;
    private final Rooms rooms;
    private final Origins origins;
    private final SignalSettings settings;
    private final LongSupplier nanoClock;

    public SignalDoor(
            Identity identity,
            Rooms rooms,
            Origins origins,
            SignalSettings settings,
            LongSupplier nanoClock) {
        this.identity = identity;
        this.rooms = rooms;
        this.origins = origins;
        this.settings = settings;
        this.nanoClock = nanoClock;
    }

    @Override
    public void handle(RoutingContext web) {
        if (!origins.allow(web.request())) {
            web.fail(403);
        } else if (!offersOurs(web)) {
            web.fail(400);
        } else {
            Entrance entrance = Entrance.of(web, identity, rooms);
            var _ =
                    web.request()
                            .toWebSocket()
                            .onSuccess(socket -> open(web.vertx(), socket, entrance))
                            .onFailure(failure -> web.fail(400));
        }
    }

    private static boolean offersOurs(RoutingContext web) {
        List<String> offered = web.request().headers().getAll("Sec-WebSocket-Protocol");
        return offered.stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .anyMatch(name -> name.strip().equals(SignalSettings.SUBPROTOCOL));
    }

    private void open(Vertx vertx, ServerWebSocket socket, Entrance entrance) {
        SocketClient client = new SocketClient(socket);
        Session session = new Session(client, entrance, settings, nanoClock);
        long timer =
                vertx.setPeriodic(
                        settings.ping().toMillis(), ignored -> watch(socket, session, client));
        socket.textMessageHandler(session::onText);
        socket.pongHandler(pong -> session.onHeard());
        socket.exceptionHandler(broken -> client.end(TOO_BIG, "too large or broken"));
        socket.closeHandler(closed -> {
            vertx.cancelTimer(timer);
            session.onClosed();
        });
    }

    private void watch(ServerWebSocket socket, Session session, SocketClient client) {
        if (session.silentFor(settings.silence().toNanos())) {
            client.send(new ServerMessage.Closed(CloseReason.IDLE));
            client.close();
        } else {
            var _ = socket.writePing(Buffer.buffer("rostrum"));
        }
    }
}
