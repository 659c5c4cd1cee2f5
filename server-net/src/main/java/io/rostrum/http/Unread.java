package io.rostrum.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Hears nobody out who does not read what he is answered: nothing more is read from a WebSocket
 * while as much waits for its client as the channel takes.
 *
 * <p>Vert.x answers each ping by itself (RFC 6455 section 5.5.2), and the answers would wait in
 * memory without end. In the pipeline of one WebSocket, on its event loop.
 */
final class Unread extends ChannelInboundHandlerAdapter {
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        ctx.channel().config().setAutoRead(ctx.channel().isWritable());
        ctx.fireChannelWritabilityChanged();
    }
}
