package io.rostrum.protocol.signal;

/** A participant's audio line as everybody in the room sees it. */
public record AudioState(boolean present, boolean mutedBySelf, boolean mutedByHost) {
    public boolean muted() {
        return mutedBySelf || mutedByHost;
    }
}
