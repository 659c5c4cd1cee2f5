package io.rostrum.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever asked why he was refused: problem details (RFC 9457), and a page to a person who
 * reads with a browser.
 */
public final class ProblemReply {
    public static final String MEDIA_TYPE = "application/problem+json";
    public static final String TYPES = "https://rostrum.io/problems/";

    /** What says something of the body that was to be sent, and is not. */
    private static final List<CharSequence> OF_THE_ANSWER =
            List.of(
                    HttpHeaders.CONTENT_ENCODING,
                    HttpHeaders.CONTENT_RANGE,
                    HttpHeaders.ACCEPT_RANGES,
                    HttpHeaders.ETAG,
                    HttpHeaders.LAST_MODIFIED,
                    HttpHeaders.LOCATION,
                    HttpHeaders.createOptimized("Content-Disposition"));

    private ProblemReply() {}

    /** The members that every problem has. */
    public static JsonObject json(String type, String title, int status, String detail) {
        return new JsonObject()
                .put("type", type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }

    /** The problem with that code as the last part of its type. */
    static void send(HttpServerRequest request, int status, String code, String detail) {
        String title = code.replace('-', ' ');
        send(request, status, json(TYPES + code, title, status, detail));
    }

    /** Answers with these members; {@code retryAfter} in seconds, where waiting helps. */
    public static void send(
            HttpServerRequest request,
            String type,
            String title,
            int status,
            String detail,
            @Nullable Integer retryAfter) {
        JsonObject problem = json(type, title, status, detail);
        if (retryAfter != null) {
            problem.put("retryAfter", retryAfter);
        }
        send(request, status, problem);
    }

    /** Answers with that problem; an answer that has begun is broken off instead. */
    public static void send(HttpServerRequest request, int status, JsonObject problem) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            var _ = response.reset();
            return;
        }
        OF_THE_ANSWER.forEach(response.headers()::remove);
        if (ErrorPage.wanted(request)) {
            ErrorPage.send(request, status, problem);
            return;
        }
        Buffer body = problem.toBuffer();
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        boolean head = request.method().equals(HttpMethod.HEAD);
        var _ = head ? response.end() : response.end(body);
    }
}
