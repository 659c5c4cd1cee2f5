package io.rostrum.streaming.main;

import io.rostrum.http.ProblemReply;
import io.rostrum.http.ServerOptions;
import io.rostrum.http.WellFormed;
import io.rostrum.streaming.config.HttpConfig;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Listens on every event loop; answers 503 until the server is ready. Thread: any. */
final class Listener {
    /** Without a byte in either direction for so long, a connection is dead or hostile. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** One for each core: with more of them each finds less to do whenever it wakes. */
    static final int LOOPS = Runtime.getRuntime().availableProcessors();

    /** How Vert.x names any free port that all loops share. */
    private static final int SHARED = -1;

    private final Vertx vertx;
    private final HttpConfig config;
    private volatile @Nullable Supplier<Handler<HttpServerRequest>> lanes;
    private final int wanted;
    private volatile int port;

    Listener(Vertx vertx, HttpConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.wanted = config.port() == 0 ? SHARED : config.port();
    }

    /**
     * Takes the port.
     *
     * @return the port that it got
     * @throws IOException with one line for the operator
     */
    int listen() throws IOException {
        deploy(LOOPS);
        return port;
    }

    /**
     * From now on requests are served.
     *
     * @param made asked once on each event loop, for who serves there
     */
    void open(Supplier<Handler<HttpServerRequest>> made) {
        lanes = made;
    }

    private void deploy(int instances) throws IOException {
        try {
            vertx.deployVerticle(Loop::new, new DeploymentOptions().setInstances(instances))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IOException(
                    "cannot listen on "
                            + config.bind()
                            + ":"
                            + config.port()
                            + ": "
                            + (cause == null ? e : cause).getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting", e);
        }
    }

    private static void starting(HttpServerRequest request) {
        request.response().putHeader("Retry-After", "1");
        ProblemReply.send(
                request,
                ProblemReply.TYPES + "starting",
                "starting",
                503,
                "The server finds what it has on its disk; ask once more.",
                null);
    }

    private HttpServerOptions options() {
        return ServerOptions.of(config.tls(), config.h2c(), IDLE).setHost(config.bind());
    }

    /** One of several servers on the same port, each on its own event loop. */
    private final class Loop extends VerticleBase {
        private @Nullable Handler<HttpServerRequest> serving;

        private void onRequest(HttpServerRequest request) {
            Supplier<Handler<HttpServerRequest>> made = lanes;
            if (serving == null && made != null) {
                serving = made.get();
            }
            if (serving == null) {
                starting(request);
            } else {
                serving.handle(request);
            }
        }

        @Override
        public Future<?> start() {
            return WellFormed.on(vertx.createHttpServer(options()), this::onRequest)
                    .listen(wanted, config.bind())
                    .onSuccess(this::listening);
        }

        private void listening(HttpServer server) {
            port = server.actualPort();
        }
    }
}
