package io.rostrum.media.rtp;

/** Asks for a key frame until one comes, and not more often than useful. */
public final class KeyFrameRequests {
    /** Least time between two requests: a sender needs a round trip and a frame to answer. */
    public static final long PAUSE_NANOS = 250_000_000L;

    private boolean wanted;
    private boolean asked;
    private long askedAt;

    /** Somebody cannot go on without a key frame. */
    public void request() {
        wanted = true;
    }

    /** A key frame has begun to arrive. */
    public void onKeyFrame() {
        wanted = false;
    }

    public boolean isWanted() {
        return wanted;
    }

    /** Whether a request may be sent now. */
    public boolean due(long nowNanos) {
        return wanted && (!asked || nowNanos - askedAt >= PAUSE_NANOS);
    }

    /** Notes that a request was sent. */
    public void onAsked(long nowNanos) {
        asked = true;
        askedAt = nowNanos;
    }
}
