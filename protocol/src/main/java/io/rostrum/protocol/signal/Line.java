package io.rostrum.protocol.signal;

/** A line of a participant that can be muted. */
public enum Line {
    AUDIO,
    VIDEO;

    /** The name on the wire. */
    public String wireName() {
        return Wire.name(this);
    }
}
