package io.rostrum.protocol.signal;

/** What a participant's video line up carries. */
public enum VideoSource {
    CAMERA,
    SCREEN,
    NONE;

    /** The name on the wire. */
    public String wireName() {
        return Wire.name(this);
    }
}
