package io.rostrum.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Cuts off who was refused and goes on sending. */
public final class Linger {
    /** Time to read the refusal before the connection is gone. */
    private static final long MILLIS = 1000;

    private Linger() {}

    /** The request was answered; what still comes is not taken for long. */
    public static void after(RoutingContext ctx) {
        if (!ctx.request().isEnded()) {
            ctx.vertx().setTimer(MILLIS, later -> cut(ctx.request()));
        }
    }

    private static void cut(HttpServerRequest request) {
        if (!request.isEnded()) {
            var _ =
                    request.version() == HttpVersion.HTTP_2
                            ? request.response().reset()
                            : request.connection().close();
        }
    }
}
