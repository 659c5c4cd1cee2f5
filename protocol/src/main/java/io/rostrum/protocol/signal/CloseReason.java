package io.rostrum.protocol.signal;

/** Why the server ends a connection. */
public enum CloseReason implements WireNamed {
    REMOVED,
    /** The same person came in again. */
    REPLACED,
    ROOM_CLOSED,
    /** Nothing was heard of the client for too long; it may come back. */
    IDLE;

    /** The name on the wire. */
    @Override
    public String wireName() {
        return Wire.name(this);
    }
}
