package io.rostrum.center.net;

import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Secrets that clients show as bearer tokens (RFC 6750). */
public final class Bearer {
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** What was shown; null where nothing was. */
    public static @Nullable String of(RoutingContext web) {
        String header = web.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    /** Answers that one has to be shown. */
    public static void missing(RoutingContext web, String detail) {
        web.response().putHeader("WWW-Authenticate", "Bearer realm=\"rostrum\"");
        Problems.send(web, ProblemCode.UNAUTHORIZED, detail);
    }
}
