package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** What can make a packet of a stream again, for a receiver who lost it. */
@FunctionalInterface
public interface Memory {
    /**
     * The packet as it was sent under this number, in clear, but for its SSRC; null when it is
     * forgotten or was never sent. Whoever asks owns it.
     */
    @Nullable Buffer recall(int sequence, long nowNanos);
}
