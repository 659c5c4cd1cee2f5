package io.rostrum.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Tells browsers that this host is never without TLS (RFC 6797). */
public final class StrictTransport {
    private static final CharSequence NAME =
            HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence A_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    private StrictTransport() {}

    /**
     * Where others reach us by https: our own, or that of a proxy in front.
     *
     * @param base what our absolute addresses begin with
     */
    public static void put(HttpServerResponse response, String base) {
        if (base.startsWith("https:")) {
            response.putHeader(NAME, A_YEAR);
        }
    }
}
