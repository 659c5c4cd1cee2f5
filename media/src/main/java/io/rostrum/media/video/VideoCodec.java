package io.rostrum.media.video;

/** The picture formats that we forward, by their names in SDP. */
public enum VideoCodec {
    /** RFC 6184. */
    H264,
    /** RFC 7741. */
    VP8
}
