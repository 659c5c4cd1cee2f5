package io.rostrum.media.packet;

import io.rostrum.media.buffer.Buffer;
import java.util.HexFormat;

/** Packets for tests. */
final class Packets {
    private Packets() {}

    static Buffer rtp(int sequence, byte... payload) {
        byte[] bytes = new byte[Rtp.FIXED_HEADER + payload.length];
        System.arraycopy(payload, 0, bytes, Rtp.FIXED_HEADER, payload.length);
        Buffer packet = Buffer.copyOf(bytes, 0, bytes.length);
        Rtp.write(packet, 96, sequence, 1000, 0xCAFE);
        return packet;
    }

    static Buffer hex(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return Buffer.copyOf(bytes, 0, bytes.length);
    }

    static String hex(Buffer buffer) {
        return HexFormat.of().formatHex(buffer.bytes());
    }
}
