package io.rostrum.streaming.http;

import io.rostrum.gate.Dear;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Network;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;

/** Before what is dear: lets those through who have some of it left, before a body is read. */
public record Toll(Gate gate, Dear what) implements SecurityPolicyHandler {
    @Override
    public void handle(RoutingContext ctx) {
        pay(ctx, gate.caller(ctx.request()));
        ctx.next();
    }

    /**
     * Takes one of somebody's.
     *
     * @throws Refusal 429 where he has none left, with {@code Retry-After}
     */
    public void pay(RoutingContext ctx, Network who) {
        long wait = gate.spend(who, what);
        if (wait > 0) {
            throw refusal(ctx, wait, "Too many from your address: wait " + wait + " s.");
        }
    }

    /** 429, and when to come back. */
    public static Refusal refusal(RoutingContext ctx, long waitSeconds, String detail) {
        ctx.response().putHeader("Retry-After", Long.toString(waitSeconds));
        return new Refusal(Problem.tooManyRequests(detail));
    }
}
