package io.rostrum.media.sdp;

import java.util.Locale;

/** Which way media flows, seen from whoever wrote it. RFC 8866 section 6.7. */
public enum Direction {
    SENDRECV(true, true),
    SENDONLY(true, false),
    RECVONLY(false, true),
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    public static Direction of(boolean sends, boolean receives) {
        return sends ? receives ? SENDRECV : SENDONLY : receives ? RECVONLY : INACTIVE;
    }

    public boolean sends() {
        return sends;
    }

    public boolean receives() {
        return receives;
    }

    /** The same, seen from the other side. */
    public Direction reversed() {
        return of(receives, sends);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
