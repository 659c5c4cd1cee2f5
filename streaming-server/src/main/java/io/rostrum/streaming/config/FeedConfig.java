package io.rostrum.streaming.config;

import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.token.Tokens;
import java.time.Duration;

/**
 * Who may feed, and how patient we are with him.
 *
 * @param secret of every feed; station and watch tokens are signed with keys derived from it
 * @param resumeWindow how long a feed may stay away before its session is ended
 * @param standByAfter how long no picture may come before viewers get the stand-by picture
 */
public record FeedConfig(
        String secret, Duration resumeWindow, Duration standByAfter, FeedLimits limits) {
    public FeedConfig {
        if (secret.length() < Tokens.SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "the feed secret (--feed-secret or ROSTRUM_FEED_SECRET) needs at least "
                            + Tokens.SHORTEST_SECRET
                            + " characters, because tokens are signed with it: make one with"
                            + " openssl rand -hex 32");
        }
        if (resumeWindow.isNegative() || resumeWindow.isZero()) {
            throw new IllegalArgumentException("--resume-window has to be positive");
        }
        if (standByAfter.isNegative() || standByAfter.isZero()) {
            throw new IllegalArgumentException("--stand-by-after has to be positive");
        }
    }

    @Override
    public String toString() {
        return "FeedConfig[resumeWindow=" + resumeWindow + ", limits=" + limits + "]";
    }
}
