package io.rostrum.center.config;

import io.rostrum.token.Tokens;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The streaming server that programs go to; without one nobody goes on air.
 *
 * @param url as we reach it
 * @param publicUrl as viewers reach it
 * @param feedSecret what it knows us by
 */
public record StreamingConfig(
        @Nullable URI url, @Nullable URI publicUrl, @Nullable String feedSecret) {
    public StreamingConfig {
        if (url != null && (feedSecret == null || feedSecret.isBlank())) {
            throw new IllegalArgumentException(
                    "--streaming-url needs --feed-secret or ROSTRUM_FEED_SECRET");
        }
        if (url != null && feedSecret != null && feedSecret.length() < Tokens.SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "the feed secret needs at least "
                            + Tokens.SHORTEST_SECRET
                            + " characters, because tokens are signed with it: make one with"
                            + " openssl rand -hex 32");
        }
    }

    /** Without the secret, for logs. */
    @Override
    public String toString() {
        return "StreamingConfig[url=" + url + ", publicUrl=" + publicUrl + "]";
    }
}
