package io.rostrum.media.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;

/**
 * Between the owner, who never waits, and the library, whose handshake does.
 *
 * <p>While the handshake runs, reading waits; afterwards the owner reads himself and an empty pipe
 * throws {@link InterruptedIOException}, which the library lets through without ending anything.
 */
final class DatagramPipe implements DatagramTransport {
    /** A whole flight is a handful of datagrams. */
    static final int AT_MOST = 64;

    private static final int RECEIVE_LIMIT = 2048;

    /** Under any sane path MTU: IPv6's least of 1280 less headers. */
    private static final int SEND_LIMIT = 1200;

    private static final byte[] END = new byte[0];

    private final ArrayBlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(AT_MOST);
    private volatile Consumer<byte[]> out;
    private volatile boolean waits = true;
    private volatile boolean closed;

    DatagramPipe(Consumer<byte[]> out) {
        this.out = out;
    }

    /** False when there is no room: then the datagram is lost, as datagrams may be. */
    boolean offer(byte[] datagram) {
        return queue.offer(datagram);
    }

    /** From now on the owner reads, and what is written goes {@code directly}. */
    void handOver(Consumer<byte[]> directly) {
        out = directly;
        waits = false;
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_LIMIT;
    }

    @Override
    public int getSendLimit() {
        return SEND_LIMIT;
    }

    @Override
    public int receive(byte[] target, int from, int length, int waitMillis) throws IOException {
        byte[] datagram = waits ? await(waitMillis) : queue.poll();
        if (closed) {
            throw new IOException("closed");
        }
        if (datagram == null || datagram.length == 0) {
            if (waits) {
                return -1;
            }
            throw new InterruptedIOException("nothing more to read");
        }
        int count = Math.min(length, datagram.length);
        System.arraycopy(datagram, 0, target, from, count);
        return count;
    }

    private byte[] await(int waitMillis) throws IOException {
        if (closed) {
            return END;
        }
        try {
            byte[] datagram = queue.poll(waitMillis, TimeUnit.MILLISECONDS);
            return datagram == null ? END : datagram;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void send(byte[] source, int from, int length) {
        out.accept(Arrays.copyOfRange(source, from, from + length));
    }

    /** Wakes whoever waits. */
    @Override
    public void close() {
        closed = true;
        queue.clear();
        queue.offer(END);
    }
}
