package io.rostrum.center.account;

import io.rostrum.center.account.KeptRooms.KeptRoom;
import io.rostrum.center.account.RoomLog.Entry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Identity without accounts: who holds a room's key is its host. */
public final class RoomKeys implements Identity {
    private static final System.Logger LOG = System.getLogger(RoomKeys.class.getName());

    private final Vertx vertx;
    private final RoomLog log;
    private final InstantSource clock;
    private final Secrets secrets;
    private final KeptRooms rooms = new KeptRooms();

    /**
     * Reads what was kept. Blocking.
     *
     * @throws IOException when the files are there and cannot be read
     */
    public RoomKeys(Vertx vertx, Path data, InstantSource clock, Secrets secrets)
            throws IOException {
        this.vertx = vertx;
        this.log = new RoomLog(data);
        this.clock = clock;
        this.secrets = secrets;
        RoomFile before = new RoomFile(data);
        if (log.exists() || !before.exists()) {
            log.read(rooms);
        } else {
            before.read(rooms, today());
            log.rewrite(rooms);
            before.retire();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
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
        log.append(Entry.made(room, today()));
        rooms.put(new KeptRoom(room, today()));
        return room;
    }

    @Override
    public @Nullable RoomRecord room(String id) {
        return rooms.room(id);
    }

    /** Written down once a day; should that fail, tomorrow's use counts. */
    @Override
    public void used(String id) {
        LocalDate day = today();
        if (rooms.used(id, day)) {
            var _ =
                    vertx.executeBlocking(() -> note(Entry.used(id, day)))
                            .onFailure(why ->
                                    LOG.log(Level.WARNING, "not noted that a room was used", why));
        }
    }

    private synchronized boolean note(Entry entry) throws IOException {
        log.append(entry);
        log.compactIfLong(rooms);
        return true;
    }

    /** Whether there may be rooms that only the damaged file knows, for the operator to save. */
    public boolean damaged() {
        return log.damagedExists();
    }

    /** The rooms that nobody has used for so many days. */
    public List<String> unused(int days) {
        return rooms.unusedSince(today().minusDays(days));
    }

    /** A room is no more; complete when that would survive a restart. */
    public Future<Void> end(String id) {
        return vertx.executeBlocking(() -> forget(id)).mapEmpty();
    }

    private synchronized boolean forget(String id) throws IOException {
        log.append(Entry.ended(id));
        rooms.remove(id);
        log.compactIfLong(rooms);
        return true;
    }
}
