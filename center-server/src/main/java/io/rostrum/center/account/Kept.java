package io.rostrum.center.account;

/**
 * What a host decided about his room and expects to find again: it outlives idleness and restarts.
 *
 * @param locked whether the picture is locked
 * @param closed whether newcomers wait at the door
 * @param enterMuted whether newcomers are muted
 */
public record Kept(boolean locked, boolean closed, boolean enterMuted) {
    /** As a new room is. */
    public static final Kept NOTHING = new Kept(false, false, false);
}
