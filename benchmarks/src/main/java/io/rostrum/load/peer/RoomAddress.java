package io.rostrum.load.peer;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where to go.
 *
 * @param center address of the center server
 * @param hostKey of the room, for its host only
 */
public record RoomAddress(URI center, String id, @Nullable String hostKey) {
    public RoomAddress asGuest() {
        return new RoomAddress(center, id, null);
    }
}
