package io.rostrum.center.net;

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
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.retryAfter());
    }
}
