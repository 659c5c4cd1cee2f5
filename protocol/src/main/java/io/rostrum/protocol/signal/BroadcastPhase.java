package io.rostrum.protocol.signal;

/** How far a room's program is. */
public enum BroadcastPhase implements WireNamed {
    OFF,
    /** Pressed; the first segment is not acknowledged. */
    STARTING,
    ON,
    /** The streaming server cannot be reached: segments are kept and sent again. */
    INTERRUPTED,
    STOPPING;

    /** The name on the wire. */
    @Override
    public String wireName() {
        return Wire.name(this);
    }
}
