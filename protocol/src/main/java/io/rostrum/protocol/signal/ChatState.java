package io.rostrum.protocol.signal;

/**
 * How a room's chat is held.
 *
 * @param open whether everybody may write, or only who tends the room
 * @param kept whether who comes late sees what was written before
 */
public record ChatState(boolean open, boolean kept) {
    /** As in a new room. */
    public static final ChatState OPEN = new ChatState(true, true);
}
