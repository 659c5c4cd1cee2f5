package io.rostrum.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;

/**
 * Answers 400 to a body that cannot be read (RFC 9112 section 7.1), where Vert.x only closes; and
 * takes bodies out of Netty's pool, so that nothing of it is lost with a connection.
 *
 * <p>For who reads the body it is as if the client had gone. Where a WebSocket begins, {@link
 * Unread} and {@link Farewell} take its place. In the pipeline of one HTTP/1.x connection, on its
 * event loop.
 */
final class BrokenBodies extends ChannelDuplexHandler {
    private static final int SWITCHING = 101;

    /** Requests that came and answers that were begun: only the last one can be answered. */
    private int asked;

    private int answered;
    private boolean over;

    /** Looks at the bodies of that connection, if it is one whose bodies come in chunks. */
    static void watch(HttpConnection connection) {
        if (connection instanceof HttpServerConnection http
                && http.channelHandlerContext().pipeline().get("httpDecoder") != null) {
            ChannelHandlerContext last = http.channelHandlerContext();
            last.pipeline().addBefore(last.name(), "broken-bodies", new BrokenBodies());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        boolean head = message instanceof HttpRequest;
        boolean broken =
                !head && message instanceof HttpContent part && part.decoderResult().isFailure();
        if (over || broken) {
            ReferenceCountUtil.release(message);
            if (!over) {
                end(ctx);
            }
            return;
        }
        asked += head ? 1 : 0;
        ctx.fireChannelRead(!head && message instanceof HttpContent part ? owned(part) : message);
    }

    /**
     * The same bytes where no pool waits for them: while a request is paused Vert.x keeps what
     * comes of its body, and gives it back to nobody when the connection breaks. It copies bytes of
     * a pool itself, so nothing is copied twice.
     */
    private static HttpContent owned(HttpContent part) {
        ByteBuf pooled = part.content();
        if (!pooled.isReadable()) {
            return part;
        }
        HttpContent owned = part.replace(Unpooled.copiedBuffer(pooled));
        part.release();
        return owned;
    }

    /** An answer that has begun is broken off; one that is due before it is not passed over. */
    private void end(ChannelHandlerContext ctx) {
        over = true;
        if (asked == answered + 1) {
            var _ = ctx.writeAndFlush(refusal()).addListener(ChannelFutureListener.CLOSE);
        } else {
            ctx.flush();
            var _ = ctx.close();
        }
    }

    private static HttpResponse refusal() {
        JsonObject problem =
                ProblemReply.json(
                        ProblemReply.TYPES + "bad-request",
                        "bad request",
                        HttpResponseStatus.BAD_REQUEST.code(),
                        "The chunks of the body are malformed.");
        ByteBuf body = Unpooled.copiedBuffer(problem.encode(), StandardCharsets.UTF_8);
        var refusal =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, body);
        refusal.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, ProblemReply.MEDIA_TYPE)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONNECTION, "close")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        return refusal;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            boolean last = response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
            answered += last ? 1 : 0;
            if (response.status().code() == SWITCHING) {
                ctx.pipeline().addAfter(ctx.name(), "farewell", new Farewell());
                ctx.pipeline().replace(this, "unread", new Unread());
            }
        }
        var _ = ctx.write(message, promise);
    }
}
