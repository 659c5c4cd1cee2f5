package io.rostrum.streaming.ingest;

import io.rostrum.protocol.feed.FeedHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What a feed has to know; compared in a time that tells nothing about it. Any thread. */
final class Secret {
    private final byte[] digest;

    Secret(String secret) {
        digest = digest(secret);
    }

    /**
     * @param authorization the value of the header
     */
    boolean matches(@Nullable String authorization) {
        String given = authorization == null ? "" : FeedHeaders.secret(authorization);
        return MessageDigest.isEqual(digest, digest(given));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
