package io.rostrum.center.account;

import io.rostrum.protocol.signal.ChatState;

/**
 * What a host decided about his room and expects to find again: it outlives idleness and restarts.
 *
 * @param locked whether the picture is locked
 * @param closed whether newcomers wait at the door
 * @param enterMuted whether newcomers are muted
 * @param chat who may write, and what newcomers see of it
 */
public record Kept(boolean locked, boolean closed, boolean enterMuted, ChatState chat) {
    /** As a new room is. */
    public static final Kept NOTHING = new Kept(false, false, false, ChatState.OPEN);
}
