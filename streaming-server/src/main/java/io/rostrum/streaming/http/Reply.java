package io.rostrum.streaming.http;

import io.netty.buffer.Unpooled;
import io.rostrum.http.Gzip;
import io.rostrum.http.Later;
import io.rostrum.http.ProblemReply;
import io.rostrum.net.FaultLog;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers requests: the headers that belong together are written in one place. */
public final class Reply {
    private static final System.Logger LOG = System.getLogger(Reply.class.getName());
    private static final FaultLog FAULTS = new FaultLog(LOG, System::nanoTime);

    /** For what changes: a cache has to ask again each time. */
    public static final String NO_CACHE = "no-cache";

    /** For what never changes under its address. */
    public static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private Reply() {}

    public static void json(RoutingContext ctx, int status, JsonObject body) {
        json(ctx, status, body.toBuffer());
    }

    public static void json(RoutingContext ctx, JsonArray body) {
        json(ctx, 200, body.toBuffer());
    }

    private static void json(RoutingContext ctx, int status, Buffer body) {
        ctx.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        end(ctx, body);
    }

    /**
     * Text that changes, compressed where the reader can.
     *
     * @return how many bytes it was
     */
    public static int text(RoutingContext ctx, String type, Text text, String cache) {
        boolean packed = Gzip.accepted(ctx.request());
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, cache);
        if (!ctx.response().headers().contains(HttpHeaders.VARY)) {
            ctx.response().putHeader(HttpHeaders.VARY, "Accept-Encoding");
        }
        if (packed) {
            ctx.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] body = packed ? text.gzip() : text.plain();
        end(ctx, BufferInternal.buffer(Unpooled.wrappedBuffer(body)));
        return body.length;
    }

    /** Text and its compressed twin, each made once and shared; the twin when it is asked for. */
    public static final class Text {
        private final byte[] plain;
        private volatile byte @Nullable [] gzip;

        private Text(byte[] plain) {
            this.plain = plain;
        }

        public static Text of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }

        public static Text of(byte[] plain) {
            return new Text(plain);
        }

        public byte[] plain() {
            return plain;
        }

        public byte[] gzip() {
            byte[] packed = gzip;
            return packed == null ? packed() : packed;
        }

        /** Many ask at once, for the same reason: one of them does the work. */
        private synchronized byte[] packed() {
            byte[] packed = gzip;
            if (packed == null) {
                packed = Gzip.packed(plain);
                gzip = packed;
            }
            return packed;
        }
    }

    /** Bytes with ranges; a reader that is too slow gets them as fast as he takes them. */
    public static void bytes(
            RoutingContext ctx, String type, String cache, Body body, Consumer<Long> sent) {
        Range range =
                Range.read(ctx.request().getHeader("Range"), body.length())
                        .orElse(new Range(0, body.length()));
        boolean partial = range.length() != body.length();
        HttpServerResponse response =
                ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, type)
                        .putHeader(HttpHeaders.CACHE_CONTROL, cache)
                        .putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
                        .putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(range.length()));
        if (partial) {
            response.setStatusCode(206)
                    .putHeader(
                            "Content-Range",
                            "bytes " + range.from() + "-" + (range.to() - 1) + "/" + body.length());
        }
        if (ctx.request().method().equals(HttpMethod.HEAD)) {
            settle(response.end());
            return;
        }
        sent.accept(range.length());
        write(response, body, range.from(), range.to());
    }

    private static void write(HttpServerResponse response, Body body, long from, long to) {
        long at = from;
        while (at < to) {
            if (response.closed()) {
                return;
            }
            if (response.writeQueueFull()) {
                long rest = at;
                response.drainHandler(
                        Later.go(
                                () -> write(response, body, rest, to),
                                why -> broken(response, why)));
                return;
            }
            Buffer chunk = body.chunk(at, to);
            at += chunk.length();
            settle(at == to ? response.end(chunk) : response.write(chunk));
        }
    }

    /** A viewer who got half of it has to know that there was more. */
    private static void broken(HttpServerResponse response, Throwable why) {
        FAULTS.tell("an answer broke off", why);
        settle(response.reset());
    }

    private static void end(RoutingContext ctx, Buffer body) {
        HttpServerResponse response = ctx.response();
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        boolean head = ctx.request().method().equals(HttpMethod.HEAD);
        settle(head ? response.end() : response.end(body));
    }

    /** A viewer who went away is no failure. */
    public static void settle(Future<?> written) {
        written.onFailure(gone -> LOG.log(Level.TRACE, "a viewer went away", gone));
    }

    /** Answers once something is there, or did not come; whatever fails meanwhile is answered. */
    public static <T> Completable<T> to(RoutingContext ctx, Consumer<? super T> answer) {
        return Later.answer(answer, why -> failure(ctx, why));
    }

    /** Answers a failure: a refusal in its words, anything else as our fault. */
    public static void failure(RoutingContext ctx, Throwable failure) {
        failure(ctx.request(), failure);
    }

    /** The same for who answers before the doors. */
    public static void failure(HttpServerRequest request, Throwable failure) {
        Refusal refusal =
                switch (failure) {
                    case Refusal known -> known;
                    case NoSpace full -> new Refusal(Problem.noSpace(full.getMessage()));
                    default -> new Refusal(Problem.internal());
                };
        if (!(failure instanceof Refusal || failure instanceof NoSpace)) {
            FAULTS.tell(request.method() + " " + request.path(), failure);
        }
        ProblemReply.send(request, refusal.problem().status(), refusal.body());
    }
}
