package io.rostrum.net;

import io.rostrum.media.time.NtpTime;
import java.time.Instant;

/**
 * Ties the monotonic clock to the wall clock, once: what the server tells in sender reports never
 * jumps, whoever sets the clock.
 */
public final class ServerTime {
    private static final long SECOND = 1_000_000_000L;

    private final long offset;

    /** Both clocks read at the same moment. */
    public ServerTime(Instant wall, long nanos) {
        offset = wall.getEpochSecond() * SECOND + wall.getNano() - nanos;
    }

    /** The NTP stamp of a monotonic time. */
    public long ntp(long nanos) {
        return NtpTime.ofEpochNanos(nanos + offset);
    }
}
