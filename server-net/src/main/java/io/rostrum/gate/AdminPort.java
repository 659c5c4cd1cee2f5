package io.rostrum.gate;

import io.rostrum.http.ProblemReply;
import io.rostrum.http.ServerOptions;
import io.rostrum.http.WellFormed;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** The operator's own port: figures in the format of Prometheus, and nothing else. */
public final class AdminPort {
    private static final String PATH = "/metrics";
    private static final Duration IDLE = Duration.ofMinutes(2);

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
        return WellFormed.on(
                        vertx.createHttpServer(ServerOptions.of(null, false, IDLE)),
                        request -> answer(request, settings, figures))
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

    private static void answer(
            HttpServerRequest request, AdminSettings settings, Supplier<String> figures) {
        boolean read =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!settings.isOurs(request)) {
            refuse(request, 421, "unknown-host", "Name this host by --admin-host, or its address.");
        } else if (!PATH.equals(request.path())) {
            refuse(request, 404, "not-found", "There is " + PATH + " here, and nothing else.");
        } else if (!read) {
            request.response().putHeader("Allow", "GET, HEAD");
            refuse(request, 405, "method-not-allowed", PATH + " can be read.");
        } else {
            var _ =
                    request.response()
                            .putHeader("Content-Type", TYPE)
                            .putHeader("Cache-Control", "no-store")
                            .end(figures.get());
        }
    }

    private static void refuse(HttpServerRequest request, int status, String code, String detail) {
        String type = ProblemReply.TYPES + code;
        ProblemReply.send(request, type, code.replace('-', ' '), status, detail, null);
    }
}
