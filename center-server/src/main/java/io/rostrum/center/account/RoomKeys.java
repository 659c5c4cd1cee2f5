package io.rostrum.center.account;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Identity without accounts: who holds a room's key is its host. */
public final class RoomKeys implements Identity {
    private final Vertx vertx;
    private final RoomFile file;
    private final InstantSource clock;
    private final Secrets secrets;
    private final Map<String, RoomRecord> rooms = new ConcurrentHashMap<>();

    /**
     * Reads what was kept.
     *
     * @throws IOException when the file is there and cannot be read
     */
    public RoomKeys(Vertx vertx, RoomFile file, InstantSource clock, Secrets secrets)
            throws IOException {
        this.vertx = vertx;
        this.file = file;
        this.clock = clock;
        this.secrets = secrets;
        for (RoomRecord room : file.read()) {
            rooms.put(room.id(), room);
        }
    }

    @Override
    public Future<NewRoom> createRoom(String title) {
        String hostKey = secrets.key();
        String token = secrets.key();
        RoomRecord room =
                new RoomRecord(
                        secrets.roomId(),
                        title,
                        SecretHash.of(hostKey),
                        SecretHash.of(token),
                        clock.instant().toString());
        return vertx.executeBlocking(() -> keep(room))
                .map(kept -> new NewRoom(room, hostKey, token));
    }

    private synchronized RoomRecord keep(RoomRecord room) throws IOException {
        rooms.put(room.id(), room);
        try {
            file.write(List.copyOf(rooms.values()));
            return room;
        } catch (IOException e) {
            rooms.remove(room.id());
            throw e;
        }
    }

    @Override
    public @Nullable RoomRecord room(String id) {
        return rooms.get(id);
    }
}
