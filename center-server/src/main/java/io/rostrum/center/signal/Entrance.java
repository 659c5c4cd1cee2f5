package io.rostrum.center.signal;

import io.rostrum.center.account.Identity;
import io.rostrum.center.account.RoomRecord;
import io.rostrum.center.account.Traces;
import io.rostrum.center.account.Visitor;
import io.rostrum.center.room.Refusal;
import io.rostrum.center.room.RoomProxy;
import io.rostrum.center.room.Rooms;
import io.rostrum.gate.Network;
import io.rostrum.protocol.signal.ClientMessage.Join;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way into one room from one address: secrets are verified here, before the room's loop hears
 * of anybody.
 *
 * @param record null where there is no such room
 * @param network where the caller is
 */
record Entrance(@Nullable RoomRecord record, String network, Rooms rooms, Identity identity) {
    /** That of the room in the path. */
    static Entrance of(RoutingContext web, Identity identity, Rooms rooms, Network network) {
        return new Entrance(
                identity.room(String.valueOf(web.pathParam("room"))),
                network.text(),
                rooms,
                identity);
    }

    /** Fails with a {@link Refusal} where there is no such room. */
    Future<RoomProxy> room() {
        if (record == null) {
            return Future.failedFuture(unknown());
        }
        identity.used(record.id());
        return rooms.find(record.id());
    }

    /** Who joins; fails with a {@link Refusal} where his key does not open the room. */
    Future<Visitor> visitor(Join join) {
        if (record == null) {
            return Future.failedFuture(unknown());
        }
        return verified(
                record.client(join.hostKey(), new Traces(join.device(), network)),
                ProblemCode.BAD_HOST_KEY,
                "Check the host key, or come in without one.");
    }

    /** Which encoder comes; fails with a {@link Refusal} where its token does not open the room. */
    Future<Visitor> encoder(String token) {
        if (record == null) {
            return Future.failedFuture(unknown());
        }
        return verified(
                record.encoder(token, new Traces(null, network)),
                ProblemCode.BAD_TOKEN,
                "Take the encoder token of this room.");
    }

    private static Future<Visitor> verified(
            Optional<Visitor> visitor, ProblemCode otherwise, String detail) {
        return visitor.map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(new Refusal(otherwise, detail)));
    }

    private static Refusal unknown() {
        return new Refusal(ProblemCode.UNKNOWN_ROOM, "Check the link: it leads nowhere.");
    }
}
