package io.rostrum.protocol.signal;

/** The codecs that a center forwards. */
public enum VideoCodec {
    H264,
    VP8;

    /** The name on the wire. */
    public String wireName() {
        return name();
    }
}
