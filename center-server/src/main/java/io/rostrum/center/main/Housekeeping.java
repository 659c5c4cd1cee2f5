package io.rostrum.center.main;

import io.rostrum.center.account.KeptFiles;
import io.rostrum.center.account.RoomKeys;
import io.rostrum.center.room.RoomProxy;
import io.rostrum.center.room.Rooms;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.System.Logger.Level;

/** Ends rooms that nobody has used for long. */
record Housekeeping(Vertx vertx, RoomKeys keys, KeptFiles kept, Rooms rooms, int days) {
    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());

    /** Now and then; complete when the rooms of this time are ended. */
    Future<Void> sweep() {
        if (days == 0) {
            return Future.succeededFuture();
        }
        return Future.join(keys.unused(days).stream().map(this::end).toList()).mapEmpty();
    }

    /** Not where somebody has been in since yesterday, or a program is on air. */
    private Future<Void> end(String id) {
        Future<RoomProxy> open = rooms.opened(id);
        Future<Boolean> busy =
                open == null ? Future.succeededFuture(false) : open.compose(RoomProxy::busy);
        return busy.compose(now -> now ? stay(id) : remove(id));
    }

    private Future<Void> stay(String id) {
        keys.used(id);
        return Future.succeededFuture();
    }

    private Future<Void> remove(String id) {
        return keys.end(id)
                .onSuccess(ended -> {
                    rooms.forget(id);
                    LOG.log(Level.INFO, "room {0} has ended: unused for {1} days", id, days);
                })
                .compose(ended -> removeKept(id))
                .onFailure(why -> LOG.log(Level.WARNING, "room " + id + " did not end", why));
    }

    /** After the room: a door that its host closed must not be open while there is the room. */
    private Future<Void> removeKept(String id) {
        return vertx.executeBlocking(
                        () -> {
                            kept.remove(id);
                            return true;
                        })
                .mapEmpty();
    }
}
