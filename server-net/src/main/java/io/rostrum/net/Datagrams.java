package io.rostrum.net;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.flow.Path;

/** Takes what arrives at a port, on the port's loop. */
@FunctionalInterface
public interface Datagrams {
    /** The buffer is the callee's from now on. */
    void onDatagram(Buffer datagram, Path from, long nowNanos);
}
