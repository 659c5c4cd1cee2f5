package io.rostrum.center.admin;

import io.rostrum.center.account.Identity;
import io.rostrum.center.account.RoomRecord;
import io.rostrum.center.config.StreamingConfig;
import io.rostrum.center.net.Bearer;
import io.rostrum.center.net.Problems;
import io.rostrum.gate.Gate;
import io.rostrum.gate.SecurityLog.Event;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.token.Claims;
import io.rostrum.token.TokenKind;
import io.rostrum.token.Tokens;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Gives a host the right to manage his channel at the streaming server, for a while. */
public final class StationApi {
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Identity identity;
    private final Gate gate;
    private final InstantSource clock;
    private final @Nullable URI station;
    private final @Nullable Tokens tokens;

    public StationApi(
            StreamingConfig streaming, Identity identity, Gate gate, InstantSource clock) {
        this.identity = identity;
        this.gate = gate;
        this.clock = clock;
        String secret = streaming.feedSecret();
        station = streaming.url() == null ? null : streaming.publicUrl();
        tokens = secret == null ? null : new Tokens(secret, TokenKind.STATION);
    }

    public void mount(Router router) {
        router.post("/api/rooms/:room/station-token").handler(this::give);
    }

    private void give(RoutingContext web) {
        String key = Bearer.of(web);
        RoomRecord room = identity.room(String.valueOf(web.pathParam("room")));
        if (key == null) {
            Bearer.missing(web, "Send the host key as bearer token.");
        } else if (room == null) {
            Problems.send(web, ProblemCode.UNKNOWN_ROOM, "Check the address.");
        } else if (!room.opensAsHost(key)) {
            gate.log()
                    .tell(
                            Event.REFUSED,
                            gate.caller(web.request()),
                            "what",
                            "station-token",
                            "why",
                            ProblemCode.BAD_HOST_KEY.wireName(),
                            "room",
                            room.id());
            Problems.send(web, ProblemCode.BAD_HOST_KEY, "Use the host's own link.");
        } else if (tokens == null || station == null) {
            Problems.send(web, ProblemCode.NO_STATION, "The operator has to name one.");
        } else {
            give(web, room, tokens, station);
        }
    }

    private void give(RoutingContext web, RoomRecord room, Tokens signed, URI where) {
        Instant end = clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
        web.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var _ =
                web.json(
                        new JsonObject()
                                .put("token", signed.sign(new Claims(room.id(), 0, end)))
                                .put("expiresAt", end.toString())
                                .put("station", where.toString()));
    }
}
