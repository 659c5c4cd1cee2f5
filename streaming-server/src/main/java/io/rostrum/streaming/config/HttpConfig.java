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
 * @param rooms where browsers reach the center, whose pages ours lead to; null where nobody said
 */
public record HttpConfig(
        int port,
        String bind,
        @Nullable URI publicUrl,
        @Nullable Tls tls,
        boolean h2c,
        @Nullable URI rooms) {
    private static final String ADDRESS = "https?://[^/?#]+(/[^?#]*[^/?#])?";

    public HttpConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("--port has to be from 0 to 65535: " + port);
        }
        check("--public-url has to be like https://tv.example.org: ", publicUrl);
        check("--center-url has to be like https://meet.example.org: ", rooms);
    }

    public HttpConfig(
            int port, String bind, @Nullable URI publicUrl, @Nullable Tls tls, boolean h2c) {
        this(port, bind, publicUrl, tls, h2c, null);
    }

    private static void check(String words, @Nullable URI given) {
        if (given != null && !given.toString().matches(ADDRESS)) {
            throw new IllegalArgumentException(words + given);
        }
    }

    /** What absolute addresses begin with when the server got {@code actualPort}. */
    public String base(int actualPort) {
        return PublicUrl.of(publicUrl, tls, bind, actualPort);
    }
}
