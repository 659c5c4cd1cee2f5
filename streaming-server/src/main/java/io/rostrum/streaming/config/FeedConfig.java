package io.rostrum.streaming.config;

import io.rostrum.protocol.feed.FeedLimits;
import java.time.Duration;

/**
 * Who may feed, and how patient we are with him.
 *
 * @param secret of every feed
 * @param resumeWindow how long a feed may stay away before its session is ended
 */
public record FeedConfig(String secret, Duration resumeWindow, FeedLimits limits) {
    private static final int SHORTEST_SECRET = 8;

    public FeedConfig {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "the feed secret needs at least 8 characters: --feed-secret or"
                            + " ROSTRUM_FEED_SECRET");
        }
        if (resumeWindow.isNegative() || resumeWindow.isZero()) {
            throw new IllegalArgumentException("--resume-window has to be positive");
        }
    }

    @Override
    public String toString() {
        return "FeedConfig[resumeWindow=" + resumeWindow + ", limits=" + limits + "]";
    }
}
