package io.rostrum.center.main;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rostrum.center.account.Identity;
import io.rostrum.center.admin.Operations;
import io.rostrum.center.admin.Pages;
import io.rostrum.center.admin.RoomsApi;
import io.rostrum.center.admin.StationApi;
import io.rostrum.center.config.CenterConfig;
import io.rostrum.center.config.Tls;
import io.rostrum.center.net.Problems;
import io.rostrum.center.room.Rooms;
import io.rostrum.center.signal.Origins;
import io.rostrum.center.signal.SignalDoor;
import io.rostrum.center.signal.SignalSettings;
import io.rostrum.center.signal.WhipDoor;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Places;
import io.rostrum.gate.Prices;
import io.rostrum.gate.SecurityLog;
import io.rostrum.net.Loop;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Everything that is reached by HTTP. */
final class HttpDoor {
    private static final System.Logger LOG = System.getLogger(HttpDoor.class.getName());
    private static final int MOST_SOCKETS = 20_000;
    static final String VERSION = "0.1.0";

    private final Vertx vertx;
    private final CenterConfig config;
    private final Identity identity;
    private final Rooms rooms;
    private final PrometheusMeterRegistry figures;
    private final LongSupplier nanoClock;
    private final BooleanSupplier ready;
    private final Gate gate;

    /** For signalling sockets; a bound of all is one of memory. */
    private final Places sockets;

    HttpDoor(
            Vertx vertx,
            CenterConfig config,
            Identity identity,
            Rooms rooms,
            PrometheusMeterRegistry figures,
            LongSupplier nanoClock,
            BooleanSupplier ready) {
        this.vertx = vertx;
        this.config = config;
        this.identity = identity;
        this.rooms = rooms;
        this.figures = figures;
        this.nanoClock = nanoClock;
        this.ready = ready;
        gate =
                new Gate(
                        config.gate().callers(),
                        Prices.perMinute(
                                config.rooms().perMinute(), config.gate().entriesPerMinute()),
                        SecurityLog.ofSystem(nanoClock),
                        nanoClock);
        sockets = new Places(config.gate().socketsHeld(), MOST_SOCKETS);
    }

    /** One server on each loop, all on one port, so that connections are spread. */
    Future<List<HttpServer>> listen(List<Loop> loops) {
        List<HttpServer> servers = new ArrayList<>();
        Future<Void> listening = Future.succeededFuture();
        for (Loop loop : loops) {
            listening =
                    listening
                            .compose(before -> listen(loop, servers))
                            .onSuccess(servers::add)
                            .mapEmpty();
        }
        return listening
                .<List<HttpServer>>map(all -> servers)
                .recover(failure -> Future.failedFuture(taken(failure)));
    }

    private Future<HttpServer> listen(Loop loop, List<HttpServer> before) {
        int port = before.isEmpty() ? config.http().port() : before.getFirst().actualPort();
        Promise<HttpServer> listening = Promise.promise();
        loop.executor()
                .execute(() ->
                        vertx.createHttpServer(options())
                                .requestHandler(router())
                                .listen(port, config.http().bind())
                                .onComplete(listening));
        return listening.future();
    }

    private IOException taken(Throwable failure) {
        return new IOException(
                "TCP port "
                        + config.http().port()
                        + " at "
                        + config.http().bind()
                        + " cannot be had ("
                        + failure.getMessage()
                        + "): choose another by --port",
                failure);
    }

    private HttpServerOptions options() {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setCompressionSupported(true)
                        .setIdleTimeout(120)
                        .setMaxWebSocketMessageSize(SignalSettings.LARGEST_MESSAGE)
                        .setMaxWebSocketFrameSize(SignalSettings.LARGEST_MESSAGE)
                        .setWebSocketSubProtocols(List.of(SignalSettings.SUBPROTOCOL));
        Tls tls = config.http().tls();
        if (tls != null) {
            options.setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(
                            new PemKeyCertOptions()
                                    .setCertPath(tls.certificate().toString())
                                    .setKeyPath(tls.key().toString()));
        }
        return options;
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(HttpDoor::headers);
        router.get("/api/rooms/:room/signal")
                .handler(
                        new SignalDoor(
                                identity,
                                rooms,
                                new Origins(config.http().origins()),
                                SignalSettings.defaults(),
                                gate,
                                sockets,
                                nanoClock));
        new WhipDoor(identity, rooms, gate).mount(router);
        new RoomsApi(config, identity, rooms, gate, VERSION).mount(router);
        new StationApi(config.streaming(), identity, gate, InstantSource.system()).mount(router);
        new Operations(figures, ready, config.gate().readers(config.http().publicUrl()))
                .mount(router);
        new Pages(config).mount(router);
        router.errorHandler(404, Pages::notFound);
        router.errorHandler(400, web -> fail(web, ProblemCode.BAD_MESSAGE));
        router.errorHandler(403, web -> fail(web, ProblemCode.BAD_ORIGIN));
        router.errorHandler(405, web -> fail(web, ProblemCode.METHOD_NOT_ALLOWED));
        router.errorHandler(413, web -> fail(web, ProblemCode.TOO_LARGE));
        router.errorHandler(500, HttpDoor::broken);
        return router;
    }

    private static void fail(RoutingContext web, ProblemCode code) {
        Problems.send(web, code, "See docs/protocol.md.");
    }

    private static void broken(RoutingContext web) {
        LOG.log(System.Logger.Level.ERROR, "a request failed", web.failure());
        fail(web, ProblemCode.INTERNAL);
    }

    private static void headers(RoutingContext web) {
        web.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader(
                        "Permissions-Policy",
                        "camera=(self), microphone=(self), display-capture=(self),"
                                + " geolocation=()");
        if (web.request().isSSL()) {
            web.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        web.next();
    }
}
