package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import java.util.HexFormat;

/** Packets for tests. */
final class Packets {
    static final int SSRC = 0xAA;
    static final long MS = 1_000_000L;

    private Packets() {}

    static Buffer rtp(int sequence, int timestamp, int... payload) {
        Buffer packet = new BufferPool(0).lend(Rtp.FIXED_HEADER + payload.length);
        Rtp.write(packet, 96, sequence & 0xFFFF, timestamp, SSRC);
        for (int i = 0; i < payload.length; i++) {
            packet.put8(Rtp.FIXED_HEADER + i, payload[i]);
        }
        return packet;
    }

    static Buffer media(int sequence) {
        return rtp(sequence, sequence * 3000, 1, 2, 3);
    }

    static String hex(Buffer buffer) {
        return HexFormat.of().formatHex(buffer.bytes());
    }
}
