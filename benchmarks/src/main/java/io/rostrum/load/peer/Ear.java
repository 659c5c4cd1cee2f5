package io.rostrum.load.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.codec.OpusDecoder;
import io.rostrum.media.packet.Rtp;
import org.jspecify.annotations.Nullable;

/** Decodes sound for a witness, packet by packet as they come. */
final class Ear implements AutoCloseable {
    private final Witness witness;
    private final @Nullable OpusDecoder decoder;
    private final float[] samples = new float[2 * OpusDecoder.MAX_SAMPLES];

    Ear(Witness witness) {
        this.witness = witness;
        decoder = witness == NoWitness.INSTANCE ? null : new OpusDecoder(2);
    }

    void onPacket(Buffer packet, long nowNanos) {
        if (decoder == null) {
            return;
        }
        int from = packet.getOffset() + Rtp.headerLength(packet);
        int count = decoder.decode(packet.getBuffer(), from, Rtp.payloadLength(packet), samples, 0);
        if (count > 0) {
            witness.onSound(samples, count, nowNanos);
        }
    }

    @Override
    public void close() {
        if (decoder != null) {
            decoder.close();
        }
    }
}
