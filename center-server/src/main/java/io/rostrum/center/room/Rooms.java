package io.rostrum.center.room;

import io.vertx.core.Future;
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
     * none.
     */
    public Future<RoomProxy> find(String id) {
        Future<RoomProxy> known = open.get(id);
        return known != null ? known : openedOnce(id);
    }

    private Future<RoomProxy> openedOnce(String id) {
        Future<RoomProxy> opening = open.computeIfAbsent(id, opener);
        return opening.onFailure(failure -> open.remove(id, opening));
    }

    /** The room of that id where it is open already; opens none. */
    public @Nullable Future<RoomProxy> opened(String id) {
        return open.get(id);
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
