package io.rostrum.center.config;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where pages, signalling and WHIP are served.
 *
 * @param port 0 takes any free one
 * @param publicUrl without a slash at its end; null: as the caller reached us
 * @param origins further web sites whose pages may connect
 * @param tls null: plain HTTP
 */
public record HttpConfig(
        String bind, int port, @Nullable URI publicUrl, Set<String> origins, @Nullable Tls tls) {
    public HttpConfig {
        origins = Set.copyOf(origins);
        if (port < 0 || port > MediaConfig.LAST_PORT) {
            throw new IllegalArgumentException("--port is not a port: " + port);
        }
    }
}
