package io.rostrum.protocol.signal;

/** A line of a participant that can be muted. */
public enum Line implements WireNamed {
    AUDIO,
    VIDEO,
    /** What he writes; only who tends the room mutes it. */
    CHAT;

    /** The name on the wire. */
    @Override
    public String wireName() {
        return Wire.name(this);
    }
}
