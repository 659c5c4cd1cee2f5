package io.rostrum.center.net;

import io.rostrum.center.config.HttpConfig;
import io.rostrum.http.PublicUrl;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The web sites whose pages may talk to us: our own, and those that the operator names.
 *
 * @param own as browsers send it, such as {@code https://example.org}; null: where the request went
 * @param allowed further ones
 */
public record Origins(@Nullable String own, Set<String> allowed) {
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
                || origin.equals(own == null ? target(request) : own);
    }

    private static String target(HttpServerRequest request) {
        return PublicUrl.origin(request.scheme() + "://" + request.authority());
    }
}
