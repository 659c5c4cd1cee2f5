package io.rostrum.center.config;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The rooms.
 *
 * @param data where they are kept
 * @param size the most participants of one
 * @param seat how long a seat is kept after the connection broke
 * @param days after how many days without anybody a room ends; 0: never
 * @param perMinute how many rooms one address may make in a minute
 */
public record RoomConfig(Path data, int size, Duration seat, int days, int perMinute) {
    /** As far as was measured: who comes in is told 77 kB there, a change is 106 kB for all. */
    private static final int LARGEST = 300;

    public RoomConfig {
        if (size < 1) {
            throw new IllegalArgumentException("--room-size must be at least 1");
        }
        if (size > LARGEST) {
            throw new IllegalArgumentException("--room-size must be at most " + LARGEST);
        }
        if (seat.isNegative()) {
            throw new IllegalArgumentException("--seat-seconds must not be negative");
        }
        if (days < 0) {
            throw new IllegalArgumentException("--room-days must not be negative");
        }
        if (perMinute < 1) {
            throw new IllegalArgumentException("--rooms-per-minute must be at least 1");
        }
    }
}
