package io.rostrum.center.admin;

import io.rostrum.center.account.Identity;
import io.rostrum.center.account.Identity.NewRoom;
import io.rostrum.center.account.RoomRecord;
import io.rostrum.center.config.CenterConfig;
import io.rostrum.center.net.Origins;
import io.rostrum.center.net.Problems;
import io.rostrum.center.net.Routes;
import io.rostrum.center.net.Toll;
import io.rostrum.center.room.RoomProxy;
import io.rostrum.center.room.Rooms;
import io.rostrum.gate.Dear;
import io.rostrum.gate.Gate;
import io.rostrum.http.Later;
import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.protocol.signal.BroadcastPhase;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.text.Words;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** {@code /api}: rooms are made and looked at; docs/protocol.md, Center: HTTP. */
public final class RoomsApi {
    private static final int LARGEST_BODY = 4096;
    private static final int LONGEST_TITLE = 200;

    private final CenterConfig config;
    private final Identity identity;
    private final Rooms rooms;
    private final Gate gate;
    private final String version;

    public RoomsApi(
            CenterConfig config, Identity identity, Rooms rooms, Gate gate, String version) {
        this.config = config;
        this.identity = identity;
        this.rooms = rooms;
        this.gate = gate;
        this.version = version;
    }

    public void mount(Router router) {
        Toll toll = new Toll(gate, Dear.ROOM);
        router.post("/api/rooms")
                .handler(this::admit)
                .handler(web -> toll.handle(web)) // Vert.x wants it first, unless it is a lambda
                .handler(SmallBody.of(MediaType.JSON, LARGEST_BODY))
                .handler(this::create);
        Routes.read(router, "/api/rooms/:room").handler(this::show);
        Routes.read(router, "/api/config").handler(this::config);
    }

    /** No page of a stranger makes rooms in the name of who reads it. */
    private void admit(RoutingContext web) {
        if (Origins.of(config.http()).allow(web.request())) {
            web.next();
        } else {
            web.fail(403);
        }
    }

    private void create(RoutingContext web) {
        String title = title(web);
        if (title == null) {
            Problems.send(
                    web,
                    ProblemCode.BAD_MESSAGE,
                    "Send {\"title\": …} with at most " + LONGEST_TITLE + " characters.");
        } else {
            var _ =
                    identity.createRoom(title)
                            .onComplete(Later.answer(made -> made(web, made), web::fail));
        }
    }

    private static @Nullable String title(RoutingContext web) {
        JsonObject body = SmallBody.json(web);
        Object title = body == null ? null : body.getValue("title");
        if (title instanceof String text && text.length() <= LONGEST_TITLE) {
            String line = Words.line(text);
            return line.isEmpty() ? null : line;
        }
        return null;
    }

    private void made(RoutingContext web, NewRoom made) {
        web.response()
                .setStatusCode(201)
                .putHeader(HttpHeaders.LOCATION, "/api/rooms/" + made.room().id());
        json(
                web,
                new JsonObject()
                        .put("id", made.room().id())
                        .put("title", made.room().title())
                        .put("hostKey", made.hostKey())
                        .put("encoderToken", made.encoderToken())
                        .put("link", base(web) + "/r/" + made.room().id()));
    }

    private String base(RoutingContext web) {
        return config.http().base(web.request().localAddress().port());
    }

    private void show(RoutingContext web) {
        RoomRecord record = identity.room(String.valueOf(web.pathParam("room")));
        if (record == null) {
            Problems.send(web, ProblemCode.UNKNOWN_ROOM, "Check the link: it leads nowhere.");
            return;
        }
        Future<RoomProxy> open = rooms.opened(record.id());
        if (open == null) {
            shown(web, record, 0, false);
        } else {
            var _ =
                    open.compose(RoomProxy::state)
                            .onComplete(
                                    Later.answer(state -> shown(web, record, state), web::fail));
        }
    }

    private void shown(RoutingContext web, RoomRecord room, RoomState state) {
        BroadcastPhase phase = state.broadcast().state();
        boolean onAir = phase == BroadcastPhase.ON || phase == BroadcastPhase.INTERRUPTED;
        shown(web, room, state.participants().size(), onAir);
    }

    private void shown(RoutingContext web, RoomRecord room, int participants, boolean onAir) {
        URI streaming = config.streaming().publicUrl();
        json(
                web,
                new JsonObject()
                        .put("id", room.id())
                        .put("title", room.title())
                        .put("participants", participants)
                        .put("onAir", onAir)
                        .put(
                                "watch",
                                streaming == null ? null : streaming + "/watch/" + room.id()));
    }

    private void config(RoutingContext web) {
        URI streaming = config.streaming().publicUrl();
        json(
                web,
                new JsonObject()
                        .put("streaming", streaming == null ? null : streaming.toString())
                        .put("version", version));
    }

    private static void json(RoutingContext web, JsonObject body) {
        web.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var _ = web.json(body);
    }
}
