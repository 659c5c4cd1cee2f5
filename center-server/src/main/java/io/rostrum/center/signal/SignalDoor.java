package io.rostrum.center.signal;

import io.rostrum.center.account.Identity;
import io.rostrum.center.net.Origins;
import io.rostrum.center.net.Toll;
import io.rostrum.center.room.Rooms;
import io.rostrum.gate.Dear;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Network;
import io.rostrum.gate.SecurityLog.Event;
import io.rostrum.http.Handshake;
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
    private final Gate gate;
    private final Lobby lobby;
    private final SocketMeters meters;
    private final LongSupplier nanoClock;

    /**
     * @param lobby for the sockets of each address; shared by all loops
     */
    public SignalDoor(
            Identity identity,
            Rooms rooms,
            Origins origins,
            SignalSettings settings,
            Gate gate,
            Lobby lobby,
            SocketMeters meters,
            LongSupplier nanoClock) {
        this.identity = identity;
        this.rooms = rooms;
        this.origins = origins;
        this.settings = settings;
        this.gate = gate;
        this.lobby = lobby;
        this.meters = meters;
        this.nanoClock = nanoClock;
    }

    @Override
    public void handle(RoutingContext web) {
        Network who = gate.caller(web.request());
        if (!origins.allow(web.request())) {
            gate.log().tell(Event.REFUSED, who, "what", "socket", "why", "bad-origin");
            web.fail(403);
        } else if (!offersOurs(web)) {
            web.fail(400);
        } else if (Handshake.holds(web.request())) {
            enter(web, who);
        }
    }

    private void enter(RoutingContext web, Network who) {
        long wait = gate.spend(who, Dear.SOCKET);
        if (wait > 0) {
            Toll.refuse(web, wait);
            return;
        }
        Lobby.Ticket ticket = lobby.enter(who);
        if (ticket == null) {
            gate.log().tell(Event.LIMITED, who, "what", "sockets-held");
            Toll.refuse(web, settings.join().toSeconds());
        } else {
            upgrade(web, ticket);
        }
    }

    private void upgrade(RoutingContext web, Lobby.Ticket ticket) {
        Entrance entrance = Entrance.of(web, identity, rooms, ticket.who());
        Witness witness =
                new Witness(gate.log(), ticket.who(), String.valueOf(web.pathParam("room")));
        var _ =
                web.request()
                        .toWebSocket()
                        .onSuccess(socket -> open(web.vertx(), socket, entrance, witness, ticket))
                        .onFailure(failure -> {
                            ticket.close();
                            web.fail(400);
                        });
    }

    private static boolean offersOurs(RoutingContext web) {
        List<String> offered = web.request().headers().getAll("Sec-WebSocket-Protocol");
        return offered.stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .anyMatch(name -> name.strip().equals(SignalSettings.SUBPROTOCOL));
    }

    private void open(
            Vertx vertx,
            ServerWebSocket socket,
            Entrance entrance,
            Witness witness,
            Lobby.Ticket ticket) {
        SocketClient client = new SocketClient(socket, witness.network(), meters);
        Session session =
                new Session(client, entrance, settings, gate, witness, ticket::joined, nanoClock);
        ticket.away(client::giveWay);
        long timer =
                vertx.setPeriodic(
                        settings.ping().toMillis(), ignored -> watch(socket, session, client));
        long due = vertx.setTimer(settings.join().toMillis(), now -> session.onJoinDue());
        socket.textMessageHandler(session::onText);
        socket.pongHandler(pong -> session.onHeard());
        socket.exceptionHandler(broken -> client.end(TOO_BIG, "too large or broken"));
        socket.closeHandler(closed -> {
            vertx.cancelTimer(timer);
            vertx.cancelTimer(due);
            ticket.close();
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
