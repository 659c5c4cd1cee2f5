package io.rostrum.center.signal;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The web sites whose pages may talk to us: our own, and those that the operator names.
 *
 * @param allowed as browsers send them, such as {@code https://example.org}
 */
public record Origins(Set<String> allowed) {
    public Origins {
        allowed = Set.copyOf(allowed);
    }

    /** Programs that are no browsers send no origin and are welcome. */
    public boolean allow(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || allowed.contains(origin) || sameSite(origin, request.authority());
    }

    private static boolean sameSite(String origin, @Nullable HostAndPort authority) {
        int slashes = origin.indexOf("//");
        return authority != null
                && slashes >= 0
                && origin.substring(slashes + 2).equals(authority.toString());
    }
}
