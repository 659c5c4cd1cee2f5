package io.rostrum.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.rostrum.net.FaultLog;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.http.HttpServerRequestInternal;
import io.vertx.core.net.HostAndPort;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the router of a server: whatever is no HTTP request in good form gets 400 here, so
 * that nothing behind has to expect it.
 */
public final class WellFormed implements Handler<HttpServerRequest> {
    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(WellFormed.class.getName()), System::nanoTime);

    private final Handler<HttpServerRequest> inside;

    public WellFormed(Handler<HttpServerRequest> inside) {
        this.inside = inside;
    }

    /** The server with this gate before the handler. */
    public static HttpServer on(HttpServer server, Handler<HttpServerRequest> inside) {
        return server.requestHandler(new WellFormed(inside))
                .connectionHandler(BrokenBodies::watch)
                .invalidRequestHandler(WellFormed::malformed);
    }

    @Override
    public void handle(HttpServerRequest request) {
        String wrong = fault(request);
        if (wrong == null) {
            inside(request);
        } else {
            ProblemReply.send(request, 400, "bad-request", wrong);
        }
    }

    /** A router answers what fails behind it; what stands before one may fail too. */
    private void inside(HttpServerRequest request) {
        try {
            inside.handle(request);
        } catch (RuntimeException | Error why) {
            FAULTS.tell(request.method() + " " + request.path(), why);
            ProblemReply.send(request, 500, "internal", "This is our fault, not yours.");
        }
    }

    /** What is wrong with the head of a request; null where nothing is. */
    private static @Nullable String fault(HttpServerRequest request) {
        String uri = request.uri();
        if (request.version() != HttpVersion.HTTP_1_0 && !namesHost(request)) {
            return "The request names no host (RFC 9112 section 3.2).";
        }
        String path = request.path();
        if (path == null || !path.startsWith("/")) {
            return "The path begins with a slash.";
        }
        if (uri.indexOf('%') >= 0 && !decodes(path, request.query())) {
            return "A percent sign is followed by two hexadecimal digits.";
        }
        return null;
    }

    /** One host, and not an empty one (RFC 9110 section 4.2.1). */
    private static boolean namesHost(HttpServerRequest request) {
        HostAndPort host = request.authority();
        return ((HttpServerRequestInternal) request).isValidAuthority()
                && host != null
                && !host.host().isEmpty()
                && request.headers().getAll(HttpHeaders.HOST).size() <= 1;
    }

    private static boolean decodes(String path, @Nullable String query) {
        try {
            QueryStringDecoder.decodeComponent(path);
            return query == null || new QueryStringDecoder(query, false).parameters() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What the decoder could not read; the connection has no beginning of a next request. */
    private static void malformed(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            ProblemReply.send(request, 414, "too-long", "The address is too long.");
        } else if (cause instanceof TooLongHttpHeaderException) {
            ProblemReply.send(request, 431, "too-long", "The header fields are too long.");
        } else {
            ProblemReply.send(request, 400, "bad-request", "This is no HTTP request.");
        }
        var _ = request.connection().close();
    }
}
