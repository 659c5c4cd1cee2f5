package io.rostrum.center.admin;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rostrum.center.net.Routes;
import io.rostrum.gate.AdminPort;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Health, figures, and the description of the HTTP interface. */
public final class Operations {
    private final PrometheusMeterRegistry figures;
    private final BooleanSupplier ready;
    private final Predicate<HttpServerRequest> readers;
    private final Buffer openApi = openApi();

    /**
     * @param readers who may read the figures; there is nothing for others
     */
    public Operations(
            PrometheusMeterRegistry figures,
            BooleanSupplier ready,
            Predicate<HttpServerRequest> readers) {
        this.figures = figures;
        this.ready = ready;
        this.readers = readers;
    }

    public void mount(Router router) {
        Routes.read(router, "/health/live").handler(web -> health(web, true));
        Routes.read(router, "/health/ready").handler(web -> health(web, ready.getAsBoolean()));
        Routes.read(router, "/metrics").handler(this::metrics);
        Routes.read(router, "/openapi.json")
                .handler(web -> {
                    web.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
                    var _ = web.end(openApi);
                });
    }

    private static void health(RoutingContext web, boolean well) {
        web.response()
                .setStatusCode(well ? 200 : 503)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var _ = web.json(new JsonObject().put("status", well ? "UP" : "DOWN"));
    }

    private void metrics(RoutingContext web) {
        if (!readers.test(web.request())) {
            web.fail(404);
            return;
        }
        web.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, AdminPort.TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var _ = web.end(figures.scrape());
    }

    private static Buffer openApi() {
        try (InputStream in = Operations.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is not in the jar");
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
