package io.rostrum.streaming.ingest;

import io.rostrum.protocol.feed.FeedHeaders;
import io.rostrum.protocol.feed.FeedKey;
import io.rostrum.protocol.feed.FeedPaths;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Knows which key opens the feed of which channel. Any thread. */
final class FeedKeys {
    private final String secret;

    FeedKeys(String secret) {
        this.secret = secret;
    }

    /**
     * Compares in a time that tells nothing about the key.
     *
     * @param path below {@link FeedPaths#ROOT}, as it was asked for
     * @param authorization the value of the header
     */
    boolean open(String path, @Nullable String authorization) {
        String given = authorization == null ? "" : FeedHeaders.secret(authorization);
        String key = FeedKey.of(secret, channel(path));
        return MessageDigest.isEqual(
                key.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String channel(String path) {
        int start = Math.min(FeedPaths.ROOT.length(), path.length());
        int end = path.indexOf('/', start);
        return path.substring(start, end < 0 ? path.length() : end);
    }
}
