package io.rostrum.media.rtp;

/** What a packet is to the stream that it arrived on; only {@link #MEDIA} goes on. */
public enum Arrival {
    /** Comes for the first time, maybe late or recovered. */
    MEDIA,
    /** Carries padding only: its number is used up. */
    PADDING,
    /** Padding on the stream of retransmissions, as browsers probe the path: no number of ours. */
    PROBE,
    /** Was there before, or is so old that nobody knows. */
    STALE,
    /** Jumped away, is no retransmission of anything known, or cannot be read. */
    REFUSED
}
