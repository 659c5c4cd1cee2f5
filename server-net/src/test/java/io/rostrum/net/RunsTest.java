package io.rostrum.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static final InetSocketAddress THERE =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    private static final int SIZE = 1000;

    /** A kernel that may be full. */
    private static final class Kernel extends ChannelOutboundHandlerAdapter {
        private boolean full;

        @Override
        public void flush(ChannelHandlerContext context) {
            if (!full) {
                context.flush();
            }
        }
    }

    private final Kernel kernel = new Kernel();
    private final EmbeddedChannel channel = new EmbeddedChannel(kernel);
    private final BufferPool pool = new BufferPool(1);
    private final Runs runs = new Runs();

    RunsTest() {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(5 * SIZE, 10 * SIZE));
        runs.open(channel);
    }

    @AfterEach
    void close() {
        kernel.full = false;
        runs.end();
        channel.flush();
        channel.finishAndReleaseAll();
    }

    private int offer(int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            Buffer datagram = pool.lend(SIZE);
            taken += runs.offer(datagram, THERE) ? 1 : 0;
            datagram.release();
        }
        return taken;
    }

    @Test
    void whatTheKernelDoesNotTakeHasABound() {
        kernel.full = true;
        assertThat(offer(1000)).isBetween(8, 12);
    }

    @Test
    void goesOnWhenTheKernelTakesAgain() {
        kernel.full = true;
        offer(1000);
        kernel.full = false;
        assertThat(offer(1000)).isEqualTo(1000);
    }

    @Test
    void aBatchThatIsLargerThanWhatMayWaitIsSentMeanwhile() {
        assertThat(offer(1000)).isEqualTo(1000);
        runs.end();
        channel.flush();
        assertThat(channel.outboundMessages()).hasSize(1000);
    }
}
