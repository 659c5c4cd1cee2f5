package io.rostrum.streaming.admin;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rostrum.gate.AdminPort;
import io.rostrum.streaming.directory.Channels;
import io.rostrum.streaming.directory.Events;
import io.rostrum.streaming.directory.Viewers;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.Pages;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.timeline.DiskHealth;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Health, metrics, description. Thread: the connection's event loop. */
public final class AdminDoor {
    private final Vertx vertx;
    private final PrometheusMeterRegistry registry;
    private final Supplier<Optional<String>> trouble;
    private final Predicate<HttpServerRequest> readers;
    private final Reply.Text openApi = Pages.openApi();

    /**
     * @param readers who may read the figures; there is nothing for others
     * @param trouble asks the disk when somebody asks us; blocking
     */
    public AdminDoor(
            Vertx vertx,
            PrometheusMeterRegistry registry,
            Predicate<HttpServerRequest> readers,
            Supplier<Optional<String>> trouble) {
        this.vertx = vertx;
        this.registry = registry;
        this.readers = readers;
        this.trouble = trouble;
    }

    /** Figures that are read when somebody asks. */
    public static void gauges(
            MeterRegistry registry,
            Channels channels,
            Viewers viewers,
            Events events,
            OnAir onAir,
            DiskHealth disk) {
        Gauge.builder("rostrum.channels", channels, Channels::size).register(registry);
        Gauge.builder("rostrum.viewers", viewers, Viewers::total).register(registry);
        Gauge.builder("rostrum.directory.listeners", events, Events::size).register(registry);
        Gauge.builder("rostrum.requests.waiting", onAir, AdminDoor::waiting).register(registry);
        Gauge.builder("rostrum.disk.trouble", disk, d -> d.trouble().isPresent() ? 1 : 0)
                .register(registry);
    }

    private static double waiting(OnAir onAir) {
        return onAir.all().stream().mapToInt(Live::waiting).sum();
    }

    public void mount(Router router) {
        Doors.get(router, "/health/live").handler(ctx -> up(ctx, 200, "up"));
        Doors.get(router, "/health/ready").handler(this::ready);
        Doors.get(router, "/metrics").handler(this::metrics);
        Doors.get(router, "/openapi.json")
                .handler(ctx -> Reply.text(ctx, "application/json", openApi, Reply.NO_CACHE));
    }

    private void ready(RoutingContext ctx) {
        vertx.executeBlocking(() -> trouble.get().orElse(""), false)
                .onComplete(Reply.to(ctx, words -> ready(ctx, words == null ? "" : words)));
    }

    private static void ready(RoutingContext ctx, String trouble) {
        up(ctx, trouble.isEmpty() ? 200 : 503, trouble.isEmpty() ? "ready" : trouble);
    }

    private static void up(RoutingContext ctx, int status, String words) {
        Reply.json(
                ctx,
                status,
                new JsonObject().put("status", status == 200 ? "up" : "down").put("detail", words));
    }

    private void metrics(RoutingContext ctx) {
        if (!readers.test(ctx.request())) {
            throw new Refusal(Problem.notFound());
        }
        Reply.text(ctx, AdminPort.TYPE, Reply.Text.of(registry.scrape()), "no-store");
    }
}
