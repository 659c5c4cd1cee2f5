package io.rostrum.center.peer;

import io.rostrum.media.buffer.Buffer;

/** Takes the packets of one source; they stay with their owner. */
@FunctionalInterface
interface Inbound {
    void onRtp(Buffer packet, long nowNanos);
}
