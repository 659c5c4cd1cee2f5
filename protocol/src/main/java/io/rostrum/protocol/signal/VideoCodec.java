package io.rostrum.protocol.signal;

/** The codecs that a center forwards. */
public enum VideoCodec implements WireNamed {
    H264,
    VP8;

    /** The name on the wire. */
    @Override
    public String wireName() {
        return name();
    }
}
