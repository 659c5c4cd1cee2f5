package io.rostrum.center.room;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rooms that are in memory; from any thread. */
public final class Rooms {
    private final Map<String, Future<RoomProxy>> open = new ConcurrentHashMap<>();
    private final Function<String, Future<RoomProxy>> opener;

    /**
     * @param opener makes the room of an id; fails with a {@link Refusal} where there is none
     */
    public Rooms(Function<String, Future<RoomProxy>> opener) {
        this.opener = opener;
    }

    /**
     * The room of that id, opened where it is not; fails with a {@link Refusal} where there is
     * none. Answers on the context of who asks, whoever else waits for the same room.
     */
    public Future<RoomProxy> find(String id) {
        Future<RoomProxy> known = open.get(id);
        if (known == null) {
            Future<RoomProxy> opening = open.computeIfAbsent(id, opener);
            known = opening.onFailure(failure -> open.remove(id, opening));
        }
        return known.succeeded() ? Future.succeededFuture(known.result()) : here(known);
    }

    private static Future<RoomProxy> here(Future<RoomProxy> opening) {
        Context asker = Vertx.currentContext();
        Promise<RoomProxy> promise = Promise.promise();
        opening.onComplete(
                room -> on(asker, () -> promise.complete(room)),
                failure -> on(asker, () -> promise.fail(failure)));
        return promise.future();
    }

    private static void on(@Nullable Context asker, Runnable work) {
        if (asker == null) {
            work.run();
        } else {
            asker.runOnContext(back -> work.run());
        }
    }

    /** The room of that id where it is open already; opens none. */
    public @Nullable Future<RoomProxy> opened(String id) {
        return open.get(id);
    }

    /** That room has left memory; whoever asks again has another. */
    void retire(String id, RoomProxy room) {
        open.computeIfPresent(id, (same, known) -> known.result() == room ? null : known);
    }

    /** It is no more. */
    public void forget(String id) {
        open.remove(id);
    }

    /** Those that are open. */
    public Collection<RoomProxy> all() {
        return open.values().stream()
                .filter(Future::succeeded)
                .map(Future::result)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Whether somebody is in any room, or a program is not delivered yet. */
    public Future<Boolean> busy() {
        List<Future<Boolean>> asked = all().stream().map(RoomProxy::busy).toList();
        return Future.join(asked).map(all -> asked.stream().anyMatch(Future::result));
    }

    /** Sends everybody out of every room. */
    public Future<Void> close() {
        List<Future<Void>> closing = all().stream().map(RoomProxy::close).toList();
        return Future.join(closing).mapEmpty();
    }
}
