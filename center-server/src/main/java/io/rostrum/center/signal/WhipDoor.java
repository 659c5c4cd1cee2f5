package io.rostrum.center.signal;

import io.rostrum.center.account.Identity;
import io.rostrum.center.account.Visitor;
import io.rostrum.center.net.Bearer;
import io.rostrum.center.net.Problems;
import io.rostrum.center.net.Toll;
import io.rostrum.center.room.Refusal;
import io.rostrum.center.room.Room;
import io.rostrum.center.room.RoomProxy;
import io.rostrum.center.room.Rooms;
import io.rostrum.gate.Dear;
import io.rostrum.gate.Gate;
import io.rostrum.gate.SecurityLog.Event;
import io.rostrum.http.Later;
import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.BiFunction;

/** {@code /whip/{room}}: any encoder comes in as a participant that sends only (RFC 9725). */
public final class WhipDoor {
    private static final String ROOM = "/whip/:room";
    private static final String SESSION = "/whip/:room/:session/:participant";
    private static final int LARGEST_OFFER = 64 * 1024;

    private final Identity identity;
    private final Rooms rooms;
    private final Gate gate;

    public WhipDoor(Identity identity, Rooms rooms, Gate gate) {
        this.identity = identity;
        this.rooms = rooms;
        this.gate = gate;
    }

    public void mount(Router router) {
        for (String path : List.of(ROOM, SESSION)) {
            router.route(path).handler(WhipDoor::allowPages);
            router.options(path).handler(WhipDoor::options);
        }
        router.post(ROOM)
                .handler(new Toll(gate, Dear.ENTRY))
                .handler(SmallBody.of(LARGEST_OFFER))
                .handler(this::enter);
        router.delete(SESSION).handler(new Toll(gate, Dear.ENTRY)).handler(this::leave);
    }

    /** Any page may be an encoder: what opens the door is the token, which no browser adds. */
    private static void allowPages(RoutingContext web) {
        web.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Location, Link, ETag");
        web.next();
    }

    private static void options(RoutingContext web) {
        HttpServerResponse response =
                web.response()
                        .setStatusCode(204)
                        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST, DELETE")
                        .putHeader(
                                HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                                "Authorization, Content-Type")
                        .putHeader("Accept-Post", MediaType.SDP);
        var _ = response.end();
    }

    private void enter(RoutingContext web) {
        String token = Bearer.of(web);
        if (token == null) {
            Bearer.missing(web, "Send the encoder token as bearer token.");
        } else if (!MediaType.is(web.request(), MediaType.SDP)) {
            Problems.send(web, ProblemCode.UNSUPPORTED_TYPE, "Send " + MediaType.SDP + ".");
        } else {
            String offer = SmallBody.in(web).toString();
            String name = web.queryParams().get("name");
            var _ =
                    verified(
                                    web,
                                    token,
                                    (room, visitor) ->
                                            room.enter(
                                                    visitor,
                                                    name == null ? "Encoder" : name,
                                                    offer))
                            .onComplete(
                                    Later.answer(
                                            entered -> answer(web, entered),
                                            failure -> refuse(web, failure)));
        }
    }

    private static void answer(RoutingContext web, Room.Entered entered) {
        String room = String.valueOf(web.pathParam("room"));
        HttpServerResponse response =
                web.response()
                        .setStatusCode(201)
                        .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SDP)
                        .putHeader(
                                HttpHeaders.LOCATION,
                                "/whip/"
                                        + room
                                        + "/"
                                        + entered.session()
                                        + "/"
                                        + entered.participant());
        var _ = response.end(entered.answer());
    }

    private void leave(RoutingContext web) {
        String token = Bearer.of(web);
        if (token == null) {
            Bearer.missing(web, "Send the encoder token as bearer token.");
        } else {
            String participant = String.valueOf(web.pathParam("participant"));
            String session = String.valueOf(web.pathParam("session"));
            var _ =
                    verified(web, token, (room, visitor) -> room.leave(participant, session))
                            .onComplete(
                                    Later.answer(
                                            left -> left(web), failure -> refuse(web, failure)));
        }
    }

    /** Who only leaves pays nothing; who guesses does. */
    private void left(RoutingContext web) {
        gate.giveBack(gate.caller(web.request()), Dear.ENTRY);
        var _ = web.response().setStatusCode(200).end();
    }

    /** Goes on in the room, once the token is known to open it. */
    private <T> Future<T> verified(
            RoutingContext web, String token, BiFunction<RoomProxy, Visitor, Future<T>> then) {
        Entrance entrance = Entrance.of(web, identity, rooms, gate.caller(web.request()));
        return entrance.encoder(token)
                .compose(visitor -> entrance.room().compose(room -> then.apply(room, visitor)));
    }

    private void refuse(RoutingContext web, Throwable failure) {
        if (failure instanceof Refusal refusal) {
            if (refusal.code() == ProblemCode.BAD_TOKEN) {
                tell(web);
            }
            Problems.send(web, refusal.problem());
        } else {
            web.fail(failure);
        }
    }

    private void tell(RoutingContext web) {
        gate.log()
                .tell(
                        Event.REFUSED,
                        gate.caller(web.request()),
                        "what",
                        "whip",
                        "why",
                        ProblemCode.BAD_TOKEN.wireName(),
                        "room",
                        String.valueOf(web.pathParam("room")));
    }
}
