package io.rostrum.center.room;

import java.time.Duration;

/**
 * The limits of a room.
 *
 * @param size the most participants
 * @param seat how long a seat is kept, and a program without its host
 */
public record RoomSettings(int size, Duration seat) {
    /** How long the old picture may stay while a new one's key frame is awaited. */
    static final Duration CUT = Duration.ofSeconds(1);

    public RoomSettings {
        if (size < 1 || seat.isNegative()) {
            throw new IllegalArgumentException("a room needs a place and a seat time");
        }
    }

    public static RoomSettings defaults() {
        return new RoomSettings(100, Duration.ofSeconds(30));
    }
}
