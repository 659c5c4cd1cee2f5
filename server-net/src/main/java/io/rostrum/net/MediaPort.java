package io.rostrum.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.flow.Path;
import io.rostrum.media.flow.UdpPath;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * One UDP port on one event loop.
 *
 * <p>With native epoll a read burst is one recvmmsg, and all that is sent while it is handled
 * leaves by one sendmmsg; datagrams of one size to the same peer are one for the kernel
 * (UDP_SEGMENT, udp(7)). The system call costs several times the encryption.
 */
public final class MediaPort {
    private static final int BURST = 32;
    private static final int SOCKET_BUFFER = 4 << 20;

    /**
     * Bytes that wait while the kernel takes none: a second of 64 Mbit/s, which is late enough.
     * What comes beyond is dropped until half of it is gone.
     */
    private static final WriteBufferWaterMark WAITING = new WriteBufferWaterMark(4 << 20, 8 << 20);

    private final ContextInternal context;
    private final BufferPool pool;
    private final LongSupplier nanoClock;
    private final FaultLog faults;
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder tooLarge = new LongAdder();
    private Datagrams target = (datagram, from, now) -> datagram.release();
    private Channel channel;
    private final Runs runs = new Runs();
    private boolean reading;
    private boolean flushDue;

    @SuppressWarnings("NullAway.Init") // the channel comes with open
    private MediaPort(ContextInternal context, BufferPool pool, LongSupplier nanoClock) {
        this.context = context;
        this.pool = pool;
        this.nanoClock = nanoClock;
        faults = new FaultLog(System.getLogger(MediaPort.class.getName()), nanoClock);
    }

    /** Fails with a sentence for the operator when the port cannot be had. */
    static Future<MediaPort> open(
            ContextInternal context,
            BufferPool pool,
            InetSocketAddress address,
            boolean epoll,
            LongSupplier nanoClock) {
        MediaPort port = new MediaPort(context, pool, nanoClock);
        Promise<MediaPort> opened = Promise.promise();
        ChannelFuture bound = port.bootstrap(epoll).bind(address);
        bound.addListener(done -> {
            if (done.isSuccess()) {
                port.channel = bound.channel();
                port.runs.open(port.channel);
                opened.complete(port);
            } else {
                opened.fail(taken(address, done.cause()));
            }
        });
        return opened.future();
    }

    private static IOException taken(InetSocketAddress address, Throwable cause) {
        return new IOException(
                "UDP port "
                        + address.getPort()
                        + " at "
                        + address.getAddress().getHostAddress()
                        + " cannot be had ("
                        + cause.getMessage()
                        + "): choose another by --media-port",
                cause);
    }

    private Bootstrap bootstrap(boolean epoll) {
        Bootstrap bootstrap =
                new Bootstrap()
                        .group(context.nettyEventLoop())
                        .channel(epoll ? EpollDatagramChannel.class : NioDatagramChannel.class)
                        .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER)
                        .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER)
                        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WAITING)
                        .handler(new Inbound());
        return epoll
                ? bootstrap
                        .option(EpollChannelOption.MAX_DATAGRAM_PAYLOAD_SIZE, BufferPool.DATAGRAM)
                        .option(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                new FixedRecvByteBufAllocator(BufferPool.DATAGRAM * BURST))
                : bootstrap.option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(BufferPool.DATAGRAM));
    }

    /** Says who takes what arrives; on the port's loop. */
    public void deliverTo(Datagrams newTarget) {
        target = newTarget;
    }

    /**
     * Sends the datagram with the next batch, or drops it when the kernel takes none for too long;
     * releases it. On the port's loop.
     */
    public void send(Buffer datagram, Path to) {
        (runs.offer(datagram, to.address()) ? sent : dropped).increment();
        datagram.release();
        if (!reading && !flushDue) {
            flushDue = true;
            context.nettyEventLoop().execute(this::flush);
        }
    }

    private void flush() {
        flushDue = false;
        runs.end();
        channel.flush();
    }

    public int number() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    public long received() {
        return received.sum();
    }

    public long sent() {
        return sent.sum();
    }

    /** How many datagrams were not sent because too much waited already. */
    public long dropped() {
        return dropped.sum();
    }

    /** How many datagrams were larger than any that WebRTC sends. */
    public long tooLarge() {
        return tooLarge.sum();
    }

    Future<Void> close() {
        Promise<Void> closed = Promise.promise();
        channel.close().addListener(done -> closed.complete());
        return closed.future();
    }

    private final class Inbound extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext netty, DatagramPacket packet) {
            long now = nanoClock.getAsLong();
            reading = true;
            received.increment();
            ByteBuf content = packet.content();
            int length = content.readableBytes();
            if (length == 0 || length > BufferPool.DATAGRAM) {
                tooLarge.increment();
                return;
            }
            Buffer datagram = pool.lend(length);
            content.readBytes(datagram.getBuffer(), datagram.getOffset(), length);
            target.onDatagram(datagram, new UdpPath(packet.sender()), now);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext netty) {
            reading = false;
            runs.end();
            netty.flush();
        }

        /** An unreachable peer comes as an error of the socket: his consent will expire. */
        @Override
        public void exceptionCaught(ChannelHandlerContext netty, Throwable cause) {
            if (!(cause instanceof IOException)) {
                faults.tell("a datagram was not handled", cause);
            }
        }
    }
}
