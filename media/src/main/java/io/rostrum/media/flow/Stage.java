package io.rostrum.media.flow;

import io.rostrum.media.buffer.Buffer;

/** A step on the packet's road: owns the packet, hands it on or releases it. */
@FunctionalInterface
public interface Stage {
    /**
     * @param from who sent it
     * @param nowNanos when it came, monotonic
     */
    void take(Buffer packet, Path from, long nowNanos);

    /** The end of the road for whatever is not wanted: counted, released. */
    static Stage drop(Runnable count) {
        return (packet, from, nowNanos) -> {
            count.run();
            packet.release();
        };
    }
}
