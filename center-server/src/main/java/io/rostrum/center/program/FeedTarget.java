package io.rostrum.center.program;

import io.rostrum.protocol.feed.Id;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a program goes, and how much of it is kept.
 *
 * @param server address of the streaming server, http or https
 * @param key of the channel's feed
 * @param channel the room's id
 * @param session the program's own id
 * @param host name of the host
 * @param memory bytes kept in memory until acknowledged; more goes to files
 * @param store the disk for them
 * @param patience without an answer or progress for that long, the connection is broken
 */
public record FeedTarget(
        URI server,
        String key,
        Id channel,
        Id session,
        String title,
        String host,
        Instant startedAt,
        long memory,
        FeedStore store,
        Duration patience) {
    public static final long DEFAULT_MEMORY = 256L << 20;
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(8);

    public FeedTarget {
        String scheme = server.getScheme();
        if (!("http".equals(scheme) || "https".equals(scheme)) || server.getHost() == null) {
            throw new IllegalArgumentException("not an http address: " + server);
        }
        if (memory < 0 || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("memory and patience must be positive");
        }
    }

    /** With the usual bounds. */
    public FeedTarget(
            URI server,
            String key,
            Id channel,
            Id session,
            String title,
            String host,
            Instant startedAt,
            FeedStore store) {
        this(
                server,
                key,
                channel,
                session,
                title,
                host,
                startedAt,
                DEFAULT_MEMORY,
                store,
                DEFAULT_PATIENCE);
    }

    /** The absolute address of a path of the feed. */
    String address(String path) {
        String base = server.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
