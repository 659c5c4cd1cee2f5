package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.PacketStore;
import org.jspecify.annotations.Nullable;

/**
 * From one cut to the next: how a source's packets become those of a receiver, the first time and
 * again.
 *
 * @param store of the source as it was at the cut
 * @param firstOut the receiver's number that the cut begins with
 * @param vp8 what VP8 numbers get, null for another codec
 * @param sets parameter sets that went before the key frame, null when it brought its own
 * @param caughtUp what comes before its edge, null when everything keeps its time
 */
record Passage(
        PacketStore store,
        SequenceMap sequences,
        long firstOut,
        int payloadType,
        int timestampShift,
        int firstTimestamp,
        Vp8Numbers.@Nullable Shift vp8,
        @Nullable Buffer sets,
        @Nullable CatchUp caughtUp) {
    /**
     * Gives a packet, whose payload is as the receiver gets it, its header but for extensions.
     *
     * @param number the source's
     */
    void writeHeader(Buffer packet, long number, long out) {
        Rtp.dropPadding(packet);
        Rtp.payloadType(packet, payloadType);
        Rtp.sequence(packet, (int) out & 0xFFFF);
        int timestamp = Rtp.timestamp(packet);
        Rtp.timestamp(
                packet,
                caughtUp != null && number < caughtUp.edge()
                        ? caughtUp.out(timestamp)
                        : timestamp + timestampShift);
    }

    /** The packet that went under this number, but for extensions; null when it is gone. */
    @Nullable Buffer recall(long out, BufferPool pool) {
        if (sets != null && out == firstOut) {
            return packet(sets, pool);
        }
        long number = sequences.origin(out);
        Buffer packet = number == SequenceMap.NONE ? null : store.copy(number, pool);
        if (packet == null) {
            return null;
        }
        if (vp8 != null) {
            Vp8Numbers.rewriteAgain(packet, vp8);
        }
        writeHeader(packet, number, out);
        return packet;
    }

    /** The parameter sets as a packet, but for extensions. */
    Buffer packet(Buffer payload, BufferPool pool) {
        Buffer packet = pool.lend(Rtp.FIXED_HEADER + payload.length());
        Rtp.write(packet, 0, 0, firstTimestamp, 0);
        packet.put(Rtp.FIXED_HEADER, payload.getBuffer(), payload.getOffset(), payload.length());
        writeHeader(packet, SequenceMap.NONE, firstOut);
        return packet;
    }
}
