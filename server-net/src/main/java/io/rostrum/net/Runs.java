package io.rostrum.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.unix.Errors.NativeIoException;
import io.netty.channel.unix.SegmentedDatagramPacket;
import io.rostrum.media.buffer.Buffer;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Joins datagrams that follow each other to the same peer into one for the kernel, which cuts it
 * again (UDP_SEGMENT): all but the last are of one size. Confined to the port's loop.
 *
 * <p>Where a network device cannot do that, the first failure ends it for good; what was lost then
 * is asked for again.
 */
final class Runs {
    /** The kernel takes 64 segments and 65,507 bytes. */
    private static final int MOST_SEGMENTS = 40;

    private static final int MOST_BYTES = 60_000;

    /** Room for an ordinary picture; it grows for larger ones. */
    private static final int USUAL_SEGMENTS = 4;

    private static final int EIO = -5;
    private static final int EINVAL = -22;
    private static final int EMSGSIZE = -90;

    private @Nullable Channel channel;
    private boolean joins;
    private @Nullable ByteBuf run;
    private @Nullable InetSocketAddress peer;
    private int size;
    private int segments;
    private boolean complete;

    void open(Channel newChannel) {
        channel = newChannel;
        joins =
                newChannel instanceof EpollDatagramChannel
                        && EpollDatagramChannel.isSegmentedDatagramPacketSupported();
    }

    /**
     * Copies the datagram, unless more waits for the kernel already than may.
     *
     * @return whether it will be sent
     */
    boolean offer(Buffer datagram, InetSocketAddress to) {
        if (channel == null || !channel.isWritable() && !flushed(channel)) {
            return false;
        }
        add(datagram, to);
        return true;
    }

    /** A large batch waits for nobody but us. */
    private boolean flushed(Channel full) {
        end();
        full.flush();
        return full.isWritable();
    }

    private void add(Buffer datagram, InetSocketAddress to) {
        int length = datagram.length();
        if (run == null || !fits(length, to)) {
            end();
            begin(length, to);
        }
        ByteBuf open = run;
        if (open != null) {
            open.writeBytes(datagram.getBuffer(), datagram.getOffset(), length);
            segments++;
            complete = length < size;
        }
    }

    private boolean fits(int length, InetSocketAddress to) {
        return joins
                && !complete
                && length <= size
                && segments < MOST_SEGMENTS
                && segments * size + length <= MOST_BYTES
                && to.equals(peer);
    }

    private void begin(int length, InetSocketAddress to) {
        if (channel != null) {
            run = channel.alloc().directBuffer(joins ? USUAL_SEGMENTS * length : length);
        }
        peer = to;
        size = length;
        segments = 0;
        complete = false;
    }

    /** Writes what is joined; the channel has to be flushed. */
    void end() {
        ByteBuf bytes = run;
        InetSocketAddress to = peer;
        run = null;
        if (bytes == null || to == null || channel == null) {
            return;
        }
        if (segments == 1) {
            var _ = channel.write(new DatagramPacket(bytes, to), channel.voidPromise());
        } else {
            var _ =
                    channel.write(new SegmentedDatagramPacket(bytes, size, to))
                            .addListener(done -> onWritten(done.cause()));
        }
    }

    private void onWritten(@Nullable Throwable cause) {
        if (cause instanceof NativeIoException error) {
            int number = error.expectedErr();
            joins &= number != EIO && number != EINVAL && number != EMSGSIZE;
        }
    }
}
