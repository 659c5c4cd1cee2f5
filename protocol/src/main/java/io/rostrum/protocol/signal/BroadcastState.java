package io.rostrum.protocol.signal;

import org.jspecify.annotations.Nullable;

/**
 * The program of a room.
 *
 * @param since ISO 8601, UTC
 * @param page where people watch it
 * @param picture the participant on air
 * @param detail in words what is wrong
 */
public record BroadcastState(
        BroadcastPhase state,
        @Nullable String session,
        @Nullable String title,
        @Nullable String since,
        @Nullable String page,
        @Nullable String picture,
        @Nullable String detail) {
    private static final BroadcastState OFF =
            new BroadcastState(BroadcastPhase.OFF, null, null, null, null, null, null);

    public static BroadcastState off() {
        return OFF;
    }

    /** Off, because of what {@code detail} says. */
    public static BroadcastState off(String detail) {
        return new BroadcastState(BroadcastPhase.OFF, null, null, null, null, null, detail);
    }

    /** The same with another participant on air. */
    public BroadcastState showing(@Nullable String participant) {
        return new BroadcastState(state, session, title, since, page, participant, detail);
    }
}
