package io.rostrum.center.account;

import io.rostrum.protocol.signal.Role;

/**
 * Somebody at a room's door, verified: the room itself sees no secret.
 *
 * @param role what his secret makes him
 * @param shown the secret that opened the door
 */
public record Visitor(Role role, Secret shown, Traces traces) {
    /** The secrets of a room. */
    public enum Secret {
        /** He came by the link alone. */
        NONE,
        HOST_KEY,
        ENCODER_TOKEN
    }

    /** Somebody by the link. */
    public static Visitor guest(Traces traces) {
        return new Visitor(Role.PARTICIPANT, Secret.NONE, traces);
    }

    public boolean host() {
        return role == Role.HOST;
    }
}
