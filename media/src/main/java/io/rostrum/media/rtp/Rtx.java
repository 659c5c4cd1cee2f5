package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;

/** Retransmissions with a stream of their own (RFC 4588 section 4). */
final class Rtx {
    /** The original sequence number stands before the original payload. */
    static final int ORIGINAL_SEQUENCE = 2;

    private Rtx() {}

    /** The sequence number that the packet had first; wants two bytes of payload. */
    static int originalSequence(Buffer packet) {
        return packet.u16(Rtp.headerLength(packet));
    }

    /** Turns a retransmission into what it was. */
    static void unwrap(Buffer packet, int ssrc, int payloadType) {
        int sequence = originalSequence(packet);
        Rtp.resizeAt(packet, Rtp.headerLength(packet) + ORIGINAL_SEQUENCE, -ORIGINAL_SEQUENCE);
        Rtp.sequence(packet, sequence);
        Rtp.ssrc(packet, ssrc);
        Rtp.payloadType(packet, payloadType);
    }

    /** Turns a packet into its retransmission. */
    static void wrap(Buffer packet, int ssrc, int payloadType, int sequence) {
        int original = Rtp.sequence(packet);
        int header = Rtp.headerLength(packet);
        Rtp.resizeAt(packet, header, ORIGINAL_SEQUENCE);
        packet.put16(header, original);
        Rtp.sequence(packet, sequence);
        Rtp.ssrc(packet, ssrc);
        Rtp.payloadType(packet, payloadType);
    }
}
