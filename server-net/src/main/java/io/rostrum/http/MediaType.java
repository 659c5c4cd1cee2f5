package io.rostrum.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/** Content types of requests (RFC 9110 section 8.3), without their parameters. */
public final class MediaType {
    public static final String JSON = "application/json";
    public static final String SDP = "application/sdp";
    public static final String VTT = "text/vtt";

    private MediaType() {}

    /** Whether the request's body is exactly of that type. */
    public static boolean is(HttpServerRequest request, String type) {
        String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (header == null) {
            return false;
        }
        int end = header.indexOf(';');
        String named = end < 0 ? header : header.substring(0, end);
        return named.strip().toLowerCase(Locale.ROOT).equals(type);
    }
}
