package io.rostrum.center.net;

import io.rostrum.gate.Dear;
import io.rostrum.gate.Gate;
import io.rostrum.protocol.signal.Problem;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;

/** Before what is dear: lets those through who have some of it left, before a body is read. */
public record Toll(Gate gate, Dear what) implements SecurityPolicyHandler {
    @Override
    public void handle(RoutingContext web) {
        long wait = gate.spend(gate.caller(web.request()), what);
        if (wait == 0) {
            web.next();
        } else {
            refuse(web, wait);
        }
    }

    /** 429, and when to come back. */
    public static void refuse(RoutingContext web, long waitSeconds) {
        web.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(waitSeconds));
        Problems.send(web, problem(waitSeconds));
    }

    private static Problem problem(long waitSeconds) {
        return Problem.of(
                ProblemCode.TOO_MANY_REQUESTS, words(waitSeconds), Math.toIntExact(waitSeconds));
    }

    public static String words(long waitSeconds) {
        return "Too many from your address: wait " + waitSeconds + " s.";
    }
}
