package io.rostrum.protocol.signal;

/** What somebody is in a room. */
public enum Role {
    HOST,
    PARTICIPANT;

    /** The name on the wire. */
    public String wireName() {
        return Wire.name(this);
    }
}
