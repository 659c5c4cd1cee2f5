package io.rostrum.center.room;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rooms that were opened since the start; from any thread. */
public final class Rooms {
    private final Map<String, RoomProxy> open = new ConcurrentHashMap<>();
    private final Function<String, @Nullable RoomProxy> opener;

    /**
     * @param opener makes the room of an id, or null where there is none
     */
    public Rooms(Function<String, @Nullable RoomProxy> opener) {
        this.opener = opener;
    }

    /** The room of that id, or null where there is none. */
    public @Nullable RoomProxy find(String id) {
        RoomProxy known = open.get(id);
        return known != null ? known : open.computeIfAbsent(id, opener);
    }

    public Collection<RoomProxy> all() {
        return List.copyOf(open.values());
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
