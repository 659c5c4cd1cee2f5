package io.rostrum.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a WebSocket within bounds: once its close was decided nothing is heard any more but the
 * other's close frame (RFC 6455 section 7.1.2), and that for a short time only.
 *
 * <p>Vert.x goes on reading, and counts the time for the other's frame from when ours was written:
 * never, where the other reads nothing. In the pipeline of one WebSocket, on its event loop.
 */
public final class Farewell extends ChannelDuplexHandler {
    /** One way there and back, even by a slow line. */
    static final long GRACE_MILLIS = 2000;

    /** What an honest client has on its way when it is told: a few messages. */
    static final int MOST_AFTER = 256 << 10;

    private @Nullable ChannelHandlerContext place;
    private boolean ending;
    private long after;

    Farewell() {}

    /** Closes that socket with a word of why; from any thread. */
    public static void say(ServerWebSocket socket, short code, String reason) {
        var _ = socket.close(code, reason);
        if (socket instanceof WebSocketInternal inside) {
            ChannelHandlerContext last = inside.channelHandlerContext();
            last.executor().execute(() -> begin(last.pipeline().get(Farewell.class)));
        }
    }

    private static void begin(@Nullable Farewell farewell) {
        if (farewell != null && farewell.place != null) {
            farewell.begin(farewell.place);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        place = ctx;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof CloseWebSocketFrame) {
            begin(ctx);
        }
        var _ = ctx.write(message, promise);
    }

    private void begin(ChannelHandlerContext ctx) {
        if (ending) {
            return;
        }
        ending = true;
        Future<?> end =
                ctx.executor().schedule(() -> cut(ctx), GRACE_MILLIS, TimeUnit.MILLISECONDS);
        var _ = ctx.channel().closeFuture().addListener(closed -> end.cancel(false));
    }

    private static void cut(ChannelHandlerContext ctx) {
        var _ = ctx.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!ending || message instanceof CloseWebSocketFrame) {
            ctx.fireChannelRead(message);
            return;
        }
        after += message instanceof WebSocketFrame frame ? frame.content().readableBytes() : 0;
        ReferenceCountUtil.release(message);
        if (after > MOST_AFTER) {
            cut(ctx);
        }
    }
}
