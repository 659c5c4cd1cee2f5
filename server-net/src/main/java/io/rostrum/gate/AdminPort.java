package io.rostrum.gate;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.function.Supplier;

/** The operator's own port: figures in the format of Prometheus, and nothing else. */
public final class AdminPort {
    private static final String PATH = "/metrics";

    /** Of the format's text, version 0.0.4. */
    public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private AdminPort() {}

    /**
     * Listens; plain HTTP.
     *
     * @return the port that it got; fails with a sentence for the operator
     */
    public static Future<Integer> open(
            Vertx vertx, AdminSettings settings, Supplier<String> figures) {
        return vertx.createHttpServer()
                .requestHandler(request -> answer(request, figures))
                .listen(settings.port(), settings.bind())
                .map(HttpServer::actualPort)
                .recover(taken -> Future.failedFuture(said(settings, taken)));
    }

    private static IOException said(AdminSettings settings, Throwable taken) {
        return new IOException(
                "TCP port "
                        + settings.port()
                        + " at "
                        + settings.bind()
                        + " cannot be had ("
                        + taken.getMessage()
                        + "): choose another by --admin-port",
                taken);
    }

    private static void answer(HttpServerRequest request, Supplier<String> figures) {
        boolean read =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!PATH.equals(request.path())) {
            var _ = request.response().setStatusCode(404).end();
        } else if (!read) {
            var _ = request.response().setStatusCode(405).putHeader("Allow", "GET, HEAD").end();
        } else {
            var _ =
                    request.response()
                            .putHeader("Content-Type", TYPE)
                            .putHeader("Cache-Control", "no-store")
                            .end(figures.get());
        }
    }
}
