package io.rostrum.center.config;

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
    }

    /** Without the secret, for logs. */
    @Override
    public String toString() {
        return "StreamingConfig[url=" + url + ", publicUrl=" + publicUrl + "]";
    }
}
