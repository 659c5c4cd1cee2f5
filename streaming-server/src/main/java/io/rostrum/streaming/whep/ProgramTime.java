package io.rostrum.streaming.whep;

import io.rostrum.media.time.NtpTime;
import io.rostrum.media.time.RtpClock;
import io.rostrum.net.ServerTime;
import java.time.Instant;

/** The wall clock of a program's moments, by whoever feeds it; its playlists tell the same. */
final class ProgramTime {
    private static final long SECOND = 1_000_000_000L;

    /** A feed is late by seconds, a wrong clock by more. */
    private static final long CREDIBLE_NANOS = 60 * SECOND;

    private final long start;
    private final ServerTime server;

    ProgramTime(Instant startedAt, ServerTime server) {
        start = NtpTime.ofEpochNanos(startedAt.getEpochSecond() * SECOND + startedAt.getNano());
        this.server = server;
    }

    /** NTP stamp of a moment of the picture track that has just come. */
    long ntp(long time, long nowNanos) {
        long made = NtpTime.plusNanos(start, RtpClock.VIDEO.nanos(time));
        long now = server.ntp(nowNanos);
        return Math.abs(NtpTime.nanosBetween(made, now)) < CREDIBLE_NANOS ? made : now;
    }
}
