package io.rostrum.media.buffer;

import java.util.ArrayDeque;

/**
 * Lends buffers of one size on one thread.
 *
 * <p>A pool never refuses: beyond {@code keep} it allocates, and lets the surplus go when it comes
 * back.
 */
public final class BufferPool {
    /** Bytes before the run: room for a header that grows, as when a packet becomes RTX. */
    public static final int HEADROOM = 32;

    /** Bytes behind the run: room for the SRTP or SRTCP trailer. */
    public static final int TAILROOM = 64;

    /** The largest datagram that we send or take, in bytes. */
    public static final int DATAGRAM = 2048;

    private final ArrayDeque<Buffer> idle = new ArrayDeque<>();
    private final int keep;
    private int lent;

    public BufferPool(int keep) {
        this.keep = keep;
    }

    /** An empty buffer with room for one datagram. */
    public Buffer lend() {
        return lend(0);
    }

    /**
     * A buffer whose run is {@code length} long, its content whatever was there before.
     *
     * @throws IllegalArgumentException for more than {@link #DATAGRAM}
     */
    public Buffer lend(int length) {
        if (length > DATAGRAM) {
            throw new IllegalArgumentException("larger than a datagram: " + length);
        }
        Buffer buffer = idle.pollLast();
        if (buffer == null) {
            buffer = new Buffer(new byte[HEADROOM + DATAGRAM + TAILROOM], this);
        }
        lent++;
        buffer.lend(HEADROOM, length);
        return buffer;
    }

    /** A lent copy of the run of {@code original}. */
    public Buffer copyOf(Buffer original) {
        Buffer copy = lend(original.length());
        copy.put(0, original.getBuffer(), original.getOffset(), original.length());
        return copy;
    }

    void takeBack(Buffer buffer) {
        lent--;
        if (idle.size() < keep) {
            idle.addLast(buffer);
        }
    }

    /** How many are out: not zero at the end of a test means that one was forgotten. */
    public int lent() {
        return lent;
    }
}
