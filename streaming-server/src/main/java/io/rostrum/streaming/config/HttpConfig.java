package io.rostrum.streaming.config;

import io.rostrum.http.PublicUrl;
import io.rostrum.http.Tls;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens and how others reach it.
 *
 * @param port 0 for any free one
 * @param publicUrl without a slash at its end; what the absolute addresses in JSON begin with; null
 *     for the address that is listened on
 * @param tls null for plain HTTP
 * @param h2c whether HTTP/2 is spoken without TLS, for a proxy in front
 */
public record HttpConfig(
        int port, String bind, @Nullable URI publicUrl, @Nullable Tls tls, boolean h2c) {
    public HttpConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("--port has to be from 0 to 65535: " + port);
        }
        if (publicUrl != null) {
            String text = publicUrl.toString();
            if (!text.matches("https?://[^/?#]+(/[^?#]*[^/?#])?")) {
                throw new IllegalArgumentException(
                        "--public-url has to be like https://tv.example.org: " + text);
            }
        }
    }

    /** What absolute addresses begin with when the server got {@code actualPort}. */
    public String base(int actualPort) {
        return PublicUrl.of(publicUrl, tls, bind, actualPort);
    }
}
