package io.rostrum.center.net;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rostrum.http.ProblemReply;
import io.rostrum.protocol.signal.Problem;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.ext.web.RoutingContext;

/** Errors over HTTP: problem details (RFC 9457). */
public final class Problems {
    private Problems() {}

    public static void send(RoutingContext web, ProblemCode code, String detail) {
        send(web, Problem.of(code, detail));
    }

    public static void send(RoutingContext web, Problem problem) {
        ProblemReply.send(
                web.request(),
                problem.status(),
                ProblemReply.json(
                        problem.type(), problem.title(), problem.status(), problem.detail()));
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
