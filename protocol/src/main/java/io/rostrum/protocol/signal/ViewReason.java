package io.rostrum.protocol.signal;

/** Why somebody does not get the picture he selected. */
public enum ViewReason implements WireNamed {
    /** Nothing is selected, or the selected one is gone. */
    NOBODY,
    /** The selected one's camera is off or muted. */
    NO_PICTURE,
    /** The viewer cannot decode what the selected one sends. */
    CODEC,
    /** Asked for; the key frame has not come. */
    WAITING;

    /** The name on the wire. */
    @Override
    public String wireName() {
        return Wire.name(this);
    }
}
