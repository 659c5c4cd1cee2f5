package io.rostrum.streaming.config;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens and how others reach it.
 *
 * @param port 0 for any free one
 * @param publicUrl without a slash at its end; what the absolute addresses in JSON begin with; null
 *     for the address that is listened on
 * @param tls null for plain HTTP
 */
public record HttpConfig(int port, String bind, @Nullable URI publicUrl, @Nullable Tls tls) {
    /** Certificate chain and key as PEM files. */
    public record Tls(Path certificate, Path key) {}

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
        if (publicUrl != null) {
            return publicUrl.toString();
        }
        String host = bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
        return (tls == null ? "http://" : "https://")
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":"
                + actualPort;
    }
}
