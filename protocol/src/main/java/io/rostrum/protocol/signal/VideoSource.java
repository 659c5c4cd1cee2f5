package io.rostrum.protocol.signal;

/** What a participant's video line up carries. */
public enum VideoSource implements WireNamed {
    CAMERA,
    SCREEN,
    NONE;

    /** The name on the wire. */
    @Override
    public String wireName() {
        return Wire.name(this);
    }
}
