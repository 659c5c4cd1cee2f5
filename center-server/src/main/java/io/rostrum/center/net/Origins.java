package io.rostrum.center.net;

import io.rostrum.center.config.HttpConfig;
import io.rostrum.http.PublicUrl;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The web sites whose pages may talk to us: our own, and those that the operator names.
 *
 * @param own as browsers send it, such as {@code https://example.org}; null: where the request went
 * @param allowed further ones
 */
public record Origins(@Nullable String own, Set<String> allowed) {
    private static final Pattern LOOPBACK =
            Pattern.compile("^(https?://)(?:127\\.0\\.0\\.1|\\[::1])(:\\d+)?$");

    public Origins {
        allowed = Set.copyOf(allowed);
    }

    public static Origins of(HttpConfig config) {
        URI url = config.publicUrl();
        return new Origins(url == null ? null : PublicUrl.origin(url.toString()), config.origins());
    }

    /**
     * Whether scheme, host and port are those of a site of ours. Programs that are no browsers send
     * no origin and are welcome.
     */
    public boolean allow(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null
                || allowed.contains(origin)
                || named(origin).equals(named(own == null ? target(request) : own));
    }

    /**
     * One name for the ways to call this machine from itself: whoever opens {@code localhost} is
     * where {@code 127.0.0.1} is. Other names stay what they are.
     */
    private static String named(String origin) {
        return LOOPBACK.matcher(origin).replaceFirst("$1localhost$2");
    }

    private static String target(HttpServerRequest request) {
        return PublicUrl.origin(request.scheme() + "://" + request.authority());
    }
}
