package io.rostrum.center.account;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Knows whose room is whose. */
public interface Identity {
    /** A new room and its secrets, which nobody can read again. */
    record NewRoom(RoomRecord room, String hostKey, String encoderToken) {}

    /** Makes a room; complete when it would survive a restart. */
    Future<NewRoom> createRoom(String title);

    @Nullable RoomRecord room(String id);

    /** Somebody has come into that room. */
    default void used(String id) {}
}
