package io.rostrum.center.signal;

import java.time.Duration;

/**
 * How much a client may say, and how long it may be silent.
 *
 * @param join how long a connection may take to come into the room
 * @param messagesPerSecond in the long run
 * @param burst messages at once
 */
public record SignalSettings(
        Duration ping, Duration silence, Duration join, int messagesPerSecond, int burst) {
    /** docs/protocol.md: the largest message, in bytes. */
    public static final int LARGEST_MESSAGE = 64 * 1024;

    public static final String SUBPROTOCOL = "rostrum.v1";

    static final int BAD_MESSAGES = 10;
    static final Duration BAD_WITHIN = Duration.ofSeconds(10);

    public SignalSettings {
        if (silence.compareTo(ping) <= 0) {
            throw new IllegalArgumentException("silence is not noticed without a ping");
        }
    }

    public static SignalSettings defaults() {
        return new SignalSettings(
                Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(15), 20, 60);
    }
}
