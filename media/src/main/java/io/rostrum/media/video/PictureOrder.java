package io.rostrum.media.video;

import io.rostrum.media.time.RtpClock;

/**
 * Notices a source whose pictures are shown in another order than they are sent: B-frames, which
 * RTP carries in the order of decoding (RFC 6184 section 5.1).
 */
final class PictureOrder {
    /** A picture is shown no earlier than this before the one sent before it; more is a jump. */
    private static final int FARTHEST = RtpClock.VIDEO.hertz();

    /** Without a B slice: a clock may have been set back once or twice. */
    private static final int ENOUGH = 5;

    private long latest = -1;
    private int timestamp;
    private int timesBack;
    private boolean bidirectional;

    void add(long number, int newTimestamp, int content) {
        bidirectional |= Content.has(content, Content.BIDIRECTIONAL);
        if (number == latest + 1) {
            int step = RtpClock.distance(timestamp, newTimestamp);
            timesBack += step < 0 && step > -FARTHEST ? 1 : 0;
        }
        if (number > latest) {
            latest = number;
            timestamp = newTimestamp;
        }
    }

    void clear() {
        latest = -1;
        timesBack = 0;
        bidirectional = false;
    }

    boolean isReordered() {
        return timesBack > 0 && bidirectional || timesBack >= ENOUGH;
    }
}
