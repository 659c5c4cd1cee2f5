package io.rostrum.center.account;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rooms that stay, and when somebody was last in each. Any thread. */
final class KeptRooms {
    /** A room and the day on which it was used last, or made. */
    record KeptRoom(RoomRecord room, LocalDate usedOn) {}

    private final Map<String, KeptRoom> rooms = new ConcurrentHashMap<>();

    @Nullable RoomRecord room(String id) {
        KeptRoom kept = rooms.get(id);
        return kept == null ? null : kept.room();
    }

    void put(KeptRoom kept) {
        rooms.put(kept.room().id(), kept);
    }

    void remove(String id) {
        rooms.remove(id);
    }

    /** Whether that is news. */
    boolean used(String id, LocalDate day) {
        KeptRoom before = rooms.get(id);
        if (before == null || !before.usedOn().isBefore(day)) {
            return false;
        }
        return rooms.replace(id, before, new KeptRoom(before.room(), day));
    }

    List<String> unusedSince(LocalDate day) {
        return rooms.values().stream()
                .filter(kept -> kept.usedOn().isBefore(day))
                .map(kept -> kept.room().id())
                .toList();
    }

    Collection<KeptRoom> all() {
        return List.copyOf(rooms.values());
    }

    int size() {
        return rooms.size();
    }
}
