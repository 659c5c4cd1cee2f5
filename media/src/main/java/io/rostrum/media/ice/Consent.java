package io.rostrum.media.ice;

import java.time.Duration;

/** How long ago the peer last proved that it wants our packets. RFC 7675 section 5.1. */
public final class Consent {
    /** After this long without proof nothing more may be sent. */
    public static final Duration LASTS = Duration.ofSeconds(30);

    /** How long the first proof may take; who is still finding his way needs a few seconds. */
    public static final Duration FIRST = Duration.ofSeconds(15);

    private boolean given;
    private long renewedNanos;

    /** Starts to wait for the first proof. */
    public Consent(long nowNanos) {
        renewedNanos = nowNanos;
    }

    void renew(long nowNanos) {
        given = true;
        renewedNanos = nowNanos;
    }

    /** Whether there was ever any. */
    public boolean wasGiven() {
        return given;
    }

    public boolean isExpired(long nowNanos) {
        return nowNanos - renewedNanos >= (given ? LASTS : FIRST).toNanos();
    }

    /** Whether packets may be sent now. */
    public boolean holds(long nowNanos) {
        return given && !isExpired(nowNanos);
    }
}
