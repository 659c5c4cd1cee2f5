package io.rostrum.protocol.signal;

/** What somebody can show for a moment without a word. */
public enum Reaction implements WireNamed {
    THUMBS_UP,
    CLAP,
    HEART,
    LAUGH,
    SURPRISE,
    CELEBRATE;

    /** The name on the wire. */
    @Override
    public String wireName() {
        return Wire.name(this);
    }
}
