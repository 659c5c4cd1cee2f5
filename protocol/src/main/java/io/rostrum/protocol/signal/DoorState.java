package io.rostrum.protocol.signal;

/**
 * How a room lets people in.
 *
 * @param closed whether newcomers wait until somebody lets them in
 * @param enterMuted whether newcomers are muted by the host from the start
 * @param sentOut how many are remembered as removed
 */
public record DoorState(boolean closed, boolean enterMuted, int sentOut) {
    /** Open to everybody. */
    public static final DoorState OPEN = new DoorState(false, false, 0);
}
