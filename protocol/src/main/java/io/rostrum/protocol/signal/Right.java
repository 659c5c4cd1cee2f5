package io.rostrum.protocol.signal;

/** What somebody may do in a room beyond being heard and seen. */
public enum Right implements WireNamed {
    /** Choose his own picture while nothing is locked. */
    CHOOSE,
    /** Take the choice from everybody, say what all see, and give it back. */
    LOCK,
    /** Mute others, and take that back. */
    MUTE_OTHERS,
    /** Send somebody out. */
    REMOVE,
    /** Close the door, say how newcomers enter, let in who waits. */
    ADMIT,
    /** Put the room on air and end that. */
    BROADCAST;

    /** The name on the wire. */
    @Override
    public String wireName() {
        return Wire.name(this);
    }
}
