package io.rostrum.center.net;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rostrum.protocol.signal.Problem;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Errors over HTTP: problem details (RFC 9457). */
public final class Problems {
    private Problems() {}

    public static void send(RoutingContext web, ProblemCode code, String detail) {
        send(web, Problem.of(code, detail));
    }

    public static void send(RoutingContext web, Problem problem) {
        if (web.response().headWritten()) {
            return;
        }
        var _ =
                web.response()
                        .setStatusCode(problem.status())
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(json(problem).toString());
    }

    public static ObjectNode json(Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail());
    }
}
