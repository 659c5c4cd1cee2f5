package io.rostrum.media.rtp;

/** Asks for a key frame until one comes, and not more often than useful. */
public final class KeyFrameRequests {
    /** Least time between two requests: a sender needs a round trip and a frame to answer. */
    public static final long PAUSE_NANOS = 250_000_000L;

    /**
     * Every request makes most encoders send another key frame: on a narrow path, where the first
     * answer is still on its way, more requests make it later. So many doublings of the pause.
     */
    private static final int MOST_DOUBLINGS = 3;

    private boolean wanted;
    private boolean asked;
    private long askedAt;
    private int unanswered;

    /** Somebody cannot go on without a key frame. */
    public void request() {
        wanted = true;
    }

    /** A key frame has begun to arrive. */
    public void onKeyFrame() {
        wanted = false;
        unanswered = 0;
    }

    public boolean isWanted() {
        return wanted;
    }

    /** Whether a request may be sent now. */
    public boolean due(long nowNanos) {
        long pause = PAUSE_NANOS << Math.clamp(unanswered - 1L, 0, MOST_DOUBLINGS);
        return wanted && (!asked || nowNanos - askedAt >= pause);
    }

    /** Notes that a request was sent. */
    public void onAsked(long nowNanos) {
        asked = true;
        askedAt = nowNanos;
        unanswered++;
    }
}
