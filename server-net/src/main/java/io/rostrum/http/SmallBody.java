package io.rostrum.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body whole, within a bound of bytes and time; it is bytes, whatever type it claims.
 *
 * <p>In the chain of a route, behind whoever checks rights. Refuses with 413 what is longer, with
 * 408 what takes too long, with 415 what is of another type, with 400 what is broken.
 */
public final class SmallBody implements Handler<RoutingContext> {
    private static final String KEY = "rostrum.body";
    private static final String CONTINUE = "100-continue";

    /** For all of it: a slow phone sends 8 MiB in that time at 0.6 Mbit/s. */
    static final long PATIENCE_MILLIS = 120_000;

    private final int limit;
    private final @Nullable String type;

    private SmallBody(int limit, @Nullable String type) {
        this.limit = limit;
        this.type = type;
    }

    /**
     * Of any type.
     *
     * @param limit in bytes
     */
    public static SmallBody of(int limit) {
        return new SmallBody(limit, null);
    }

    /** Of that type only. No page of another site can send JSON without asking first. */
    public static SmallBody of(String type, int limit) {
        return new SmallBody(limit, type);
    }

    /** What was read; nothing where the request has no body. */
    public static Buffer in(RoutingContext ctx) {
        return Objects.requireNonNull(ctx.<Buffer>get(KEY), "no body was read");
    }

    /** The same as a JSON object; null where it is none. */
    public static @Nullable JsonObject json(RoutingContext ctx) {
        try {
            return new JsonObject(in(ctx));
        } catch (DecodeException | ClassCastException e) {
            return null;
        }
    }

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        String expected = request.getHeader(HttpHeaders.EXPECT);
        if (type != null && !MediaType.is(request, type)) {
            refuse(ctx, 415);
        } else if (declared(request) > limit) {
            refuse(ctx, 413);
        } else if (expected != null && !expected.equalsIgnoreCase(CONTINUE)) {
            refuse(ctx, 400);
        } else {
            if (expected != null) {
                var _ = ctx.response().writeContinue();
            }
            new Reading(ctx).start();
        }
    }

    /** 0 where it is not told. */
    private static long declared(HttpServerRequest request) {
        String text = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static void refuse(RoutingContext ctx, int status) {
        ctx.fail(status);
        Linger.after(ctx);
    }

    /** One body on its way in. */
    private final class Reading {
        private final RoutingContext ctx;
        private final Buffer body = Buffer.buffer();
        private final long timer;
        private boolean over;

        Reading(RoutingContext ctx) {
            this.ctx = ctx;
            timer = ctx.vertx().setTimer(PATIENCE_MILLIS, late -> end(408));
        }

        void start() {
            ctx.request()
                    .handler(this::take)
                    .endHandler(whole -> end(0))
                    .exceptionHandler(broken -> end(400));
        }

        private void take(Buffer chunk) {
            if (over) {
                return;
            }
            if (body.length() + chunk.length() > limit) {
                end(413);
            } else {
                body.appendBuffer(chunk);
            }
        }

        /**
         * @param status 0 where all is well
         */
        private void end(int status) {
            if (over) {
                return;
            }
            over = true;
            ctx.vertx().cancelTimer(timer);
            if (status == 0) {
                ctx.put(KEY, body);
                ctx.next();
            } else {
                refuse(ctx, status);
            }
        }
    }
}
