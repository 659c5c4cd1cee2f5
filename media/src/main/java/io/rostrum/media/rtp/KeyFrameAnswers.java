package io.rostrum.media.rtp;

/**
 * Whether a source answers requests for key frames, and how often it sends one by itself: many
 * hardware encoders do not listen.
 */
public final class KeyFrameAnswers {
    /** A source that listens answers sooner, unless it has nothing new to show. */
    private static final long LONGEST = 1_500_000_000L;

    /** So many pictures it has to send meanwhile to be told from one that is only still. */
    private static final int PICTURES = 5;

    /** A key frame comes in time now and then by chance. */
    private static final int ENOUGH = 2;

    private boolean wanted;
    private long wantedAt;
    private int pictures;
    private boolean silent;
    private int answered;
    private boolean anyKeyFrame;
    private long keyFrameAt;
    private long interval;

    /** A key frame is asked for; until one comes this is one request. */
    public void onWanted(long nowNanos) {
        if (!wanted) {
            wanted = true;
            wantedAt = nowNanos;
            pictures = 0;
        }
    }

    /** A picture that is no key frame has come. */
    public void onPicture(long nowNanos) {
        pictures++;
        if (wanted && pictures >= PICTURES && nowNanos - wantedAt > LONGEST) {
            silent = true;
            answered = 0;
        }
    }

    /** A key frame has come. */
    public void onKeyFrame(long nowNanos) {
        interval = anyKeyFrame ? nowNanos - keyFrameAt : 0;
        anyKeyFrame = true;
        keyFrameAt = nowNanos;
        if (wanted && nowNanos - wantedAt <= LONGEST && ++answered >= ENOUGH) {
            silent = false;
        }
        wanted = false;
    }

    /** Whether requests are of no use. */
    public boolean isSilent() {
        return silent;
    }

    /** Whether it was seen to answer, or not to. */
    public boolean isKnown() {
        return silent || answered > 0;
    }

    /** Nanoseconds between its latest two key frames, 0 before there were two. */
    public long interval() {
        return interval;
    }
}
