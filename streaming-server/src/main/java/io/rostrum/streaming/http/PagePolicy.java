package io.rostrum.streaming.http;

import io.vertx.core.http.HttpServerResponse;

/**
 * What pages may load and who may frame them (Content Security Policy Level 3). No script but our
 * own files, never one in a page's text: a title that is script stays a title.
 *
 * @param base of the absolute addresses in JSON, which pages may have to reach from another name
 */
record PagePolicy(String base) {
    /** Media Chrome writes style elements into its shadow roots; no other page needs them. */
    private static final String PLAYER_STYLE = "'self' 'unsafe-inline'";

    void plain(HttpServerResponse response) {
        put(response, "'self'", "'none'");
    }

    void player(HttpServerResponse response) {
        put(response, PLAYER_STYLE, "'none'");
    }

    /** The one page that others may show in theirs. */
    void embedded(HttpServerResponse response) {
        put(response, PLAYER_STYLE, "*");
    }

    private void put(HttpServerResponse response, String style, String ancestors) {
        response.putHeader("Content-Security-Policy", policy(style, ancestors))
                .putHeader("Referrer-Policy", "strict-origin-when-cross-origin")
                .putHeader(
                        "Permissions-Policy",
                        "camera=(), microphone=(), display-capture=(), geolocation=()");
        if (ancestors.equals("'none'")) {
            response.putHeader("X-Frame-Options", "DENY");
        }
    }

    /** Captions begin as an empty track of hls.js, whose address is data. */
    private String policy(String style, String ancestors) {
        return "default-src 'none'; script-src 'self'; style-src "
                + style
                + "; font-src 'self'; manifest-src 'self'; worker-src 'self' blob:; img-src 'self'"
                + " data: blob: "
                + base
                + "; media-src 'self' data: blob: "
                + base
                + "; connect-src 'self' "
                + base
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors "
                + ancestors;
    }
}
