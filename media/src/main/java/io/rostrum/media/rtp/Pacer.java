package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;

/**
 * Decides when a packet leaves, between the streams of one path and {@link Departures}.
 *
 * <p>In: packets that may leave. Out: the same, in an order and at times that suit the path.
 */
public interface Pacer {
    /** Takes the packet. */
    void send(Buffer packet, long nowNanos);

    /** Lets go what is due; called every 50 ms or more often. */
    void tick(long nowNanos);

    /** Gives back what still waits. */
    void close();

    /** Everything leaves at once. */
    static Pacer none(SendStream.Out out) {
        return new Pacer() {
            @Override
            public void send(Buffer packet, long nowNanos) {
                out.send(packet, nowNanos);
            }

            @Override
            public void tick(long nowNanos) {}

            @Override
            public void close() {}
        };
    }
}
