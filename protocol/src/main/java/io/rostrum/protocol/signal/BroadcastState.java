package io.rostrum.protocol.signal;

import org.jspecify.annotations.Nullable;

/**
 * The program of a room.
 *
 * @param since ISO 8601, UTC
 * @param page where people watch it
 * @param picture the participant on air; null: nobody is
 * @param card what the card says that is on air in his place; null with neither: the stand-by
 *     picture
 * @param detail in words what is wrong
 * @param warning what the host should know of a source on air
 */
public record BroadcastState(
        BroadcastPhase state,
        @Nullable String session,
        @Nullable String title,
        @Nullable String since,
        @Nullable String page,
        @Nullable String picture,
        @Nullable String card,
        @Nullable String detail,
        @Nullable BroadcastWarning warning) {
    private static final BroadcastState OFF =
            new BroadcastState(BroadcastPhase.OFF, null, null, null, null, null, null, null, null);

    public static BroadcastState off() {
        return OFF;
    }

    /** Off, because of what {@code detail} says. */
    public static BroadcastState off(String detail) {
        return new BroadcastState(
                BroadcastPhase.OFF, null, null, null, null, null, null, detail, null);
    }

    /** The same with another participant on air, or a card. */
    public BroadcastState showing(@Nullable String participant, @Nullable String text) {
        return new BroadcastState(
                state, session, title, since, page, participant, text, detail, warning);
    }

    /** The same with something to know of a source; null: nothing any more. */
    public BroadcastState warning(@Nullable BroadcastWarning news) {
        return new BroadcastState(state, session, title, since, page, picture, card, detail, news);
    }
}
