package io.rostrum.center.config;

import io.rostrum.http.PublicUrl;
import io.rostrum.http.Tls;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where pages, signalling and WHIP are served.
 *
 * @param port 0 takes any free one
 * @param publicUrl without a slash at its end; null: the address that is listened on
 * @param origins further web sites whose pages may connect
 * @param tls null: plain HTTP
 * @param h2c whether HTTP/2 is spoken without TLS, for a proxy in front
 */
public record HttpConfig(
        String bind,
        int port,
        @Nullable URI publicUrl,
        Set<String> origins,
        @Nullable Tls tls,
        boolean h2c) {
    public HttpConfig {
        origins = Set.copyOf(origins);
        if (port < 0 || port > MediaConfig.LAST_PORT) {
            throw new IllegalArgumentException("--port is not a port: " + port);
        }
    }

    /** What absolute addresses begin with when the server got {@code actualPort}. */
    public String base(int actualPort) {
        return PublicUrl.of(publicUrl, tls, bind, actualPort);
    }
}
