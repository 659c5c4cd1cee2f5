package io.rostrum.center.main;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rostrum.center.account.Identity;
import io.rostrum.center.admin.Operations;
import io.rostrum.center.admin.Pages;
import io.rostrum.center.admin.RoomsApi;
import io.rostrum.center.admin.StationApi;
import io.rostrum.center.config.CenterConfig;
import io.rostrum.center.net.Origins;
import io.rostrum.center.net.Problems;
import io.rostrum.center.room.Rooms;
import io.rostrum.center.signal.Lobby;
import io.rostrum.center.signal.SignalDoor;
import io.rostrum.center.signal.SignalSettings;
import io.rostrum.center.signal.SocketMeters;
import io.rostrum.center.signal.WhipDoor;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Prices;
import io.rostrum.gate.SecurityLog;
import io.rostrum.http.Methods;
import io.rostrum.http.ServerOptions;
import io.rostrum.http.StrictTransport;
import io.rostrum.http.WebRoot;
import io.rostrum.http.WellFormed;
import io.rostrum.net.FaultLog;
import io.rostrum.net.Loop;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Everything that is reached by HTTP. */
final class HttpDoor {
    /** Of memory: a socket is bounded, and so are all. */
    private static final int MOST_SOCKETS = 20_000;

    /** Honest clients join within a second; these are what is left for floods to fill. */
    private static final int MOST_UNJOINED = 5_000;

    static final String VERSION = "0.1.0";
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final CenterConfig config;
    private final Identity identity;
    private final WebRoot pages;
    private final Rooms rooms;
    private final PrometheusMeterRegistry figures;
    private final LongSupplier nanoClock;
    private final BooleanSupplier ready;
    private final Gate gate;

    private final Lobby sockets;

    private final FaultLog faults;
    private final SocketMeters socketMeters = new SocketMeters();

    HttpDoor(
            Vertx vertx,
            CenterConfig config,
            Foundation foundation,
            Rooms rooms,
            PrometheusMeterRegistry figures,
            LongSupplier nanoClock,
            BooleanSupplier ready) {
        this.vertx = vertx;
        this.config = config;
        identity = foundation.rooms();
        pages = foundation.pages();
        this.rooms = rooms;
        this.figures = figures;
        this.nanoClock = nanoClock;
        this.ready = ready;
        gate =
                new Gate(
                        config.gate().callers(),
                        Prices.perMinute(
                                config.rooms().perMinute(), config.gate().entriesPerMinute()),
                        SecurityLog.ofSystem(foundation.lines(), nanoClock),
                        nanoClock);
        sockets = new Lobby(config.gate().socketsHeld(), MOST_SOCKETS, MOST_UNJOINED);
        Figures.register(figures, socketMeters);
        faults = new FaultLog(System.getLogger(HttpDoor.class.getName()), nanoClock);
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
                        WellFormed.on(vertx.createHttpServer(options()), router())
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
        return ServerOptions.of(config.http().tls(), config.http().h2c(), IDLE)
                .setMaxWebSocketMessageSize(SignalSettings.LARGEST_MESSAGE)
                .setMaxWebSocketFrameSize(SignalSettings.LARGEST_MESSAGE)
                .setWebSocketSubProtocols(List.of(SignalSettings.SUBPROTOCOL));
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(this::headers);
        router.get("/api/rooms/:room/signal")
                .handler(
                        new SignalDoor(
                                identity,
                                rooms,
                                Origins.of(config.http()),
                                SignalSettings.defaults(),
                                gate,
                                sockets,
                                socketMeters,
                                nanoClock));
        new WhipDoor(identity, rooms, gate).mount(router);
        new RoomsApi(config, identity, rooms, gate, VERSION).mount(router);
        new StationApi(config.streaming(), identity, gate, InstantSource.system()).mount(router);
        new Operations(figures, ready, config.gate().readers(config.http().publicUrl()))
                .mount(router);
        new Pages(config, identity, pages).mount(router);
        Methods.close(router);
        router.errorHandler(404, Pages::notFound);
        router.errorHandler(400, web -> fail(web, ProblemCode.BAD_MESSAGE));
        router.errorHandler(403, web -> fail(web, ProblemCode.BAD_ORIGIN));
        router.errorHandler(405, web -> fail(web, ProblemCode.METHOD_NOT_ALLOWED));
        router.errorHandler(408, web -> fail(web, ProblemCode.TOO_SLOW));
        router.errorHandler(413, web -> fail(web, ProblemCode.TOO_LARGE));
        router.errorHandler(415, web -> fail(web, ProblemCode.UNSUPPORTED_TYPE));
        router.errorHandler(500, this::broken);
        return router;
    }

    private static void fail(RoutingContext web, ProblemCode code) {
        Problems.send(web, code, "See docs/protocol.md.");
    }

    private void broken(RoutingContext web) {
        Throwable why = web.failure();
        if (why != null) {
            faults.tell(web.request().method() + " " + web.request().path(), why);
        }
        fail(web, ProblemCode.INTERNAL);
    }

    private void headers(RoutingContext web) {
        web.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader(
                        "Permissions-Policy",
                        "camera=(self), microphone=(self), display-capture=(self),"
                                + " geolocation=()");
        StrictTransport.put(web.response(), config.http().base(0));
        web.next();
    }
}
