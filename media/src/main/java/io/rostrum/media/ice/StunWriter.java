package io.rostrum.media.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes one STUN message; attributes in the order of the calls. RFC 8489. */
final class StunWriter {
    private final ByteBuffer out = ByteBuffer.allocate(1024);

    private StunWriter(int type, byte[] transaction) {
        out.putShort((short) type).putShort((short) 0).putInt(Stun.COOKIE).put(transaction);
    }

    static StunWriter of(int type, byte[] transaction) {
        return new StunWriter(type, transaction);
    }

    StunWriter username(String name) {
        return attribute(Stun.USERNAME, name.getBytes(StandardCharsets.UTF_8), (byte) 0);
    }

    /**
     * @param padding what fills up to four bytes; RFC 5769 pads with spaces
     */
    StunWriter text(int type, String text, byte padding) {
        return attribute(type, text.getBytes(StandardCharsets.UTF_8), padding);
    }

    StunWriter priority(long priority) {
        return attribute(
                Stun.PRIORITY, ByteBuffer.allocate(4).putInt((int) priority).array(), (byte) 0);
    }

    StunWriter useCandidate() {
        return attribute(Stun.USE_CANDIDATE, new byte[0], (byte) 0);
    }

    StunWriter controlling(long tieBreaker) {
        return attribute(
                Stun.ICE_CONTROLLING, ByteBuffer.allocate(8).putLong(tieBreaker).array(), (byte) 0);
    }

    StunWriter controlled(long tieBreaker) {
        return attribute(
                Stun.ICE_CONTROLLED, ByteBuffer.allocate(8).putLong(tieBreaker).array(), (byte) 0);
    }

    /** RFC 8489 section 14.2. */
    StunWriter mappedAddress(InetSocketAddress address) {
        byte[] ip = address.getAddress().getAddress();
        ByteBuffer value = ByteBuffer.allocate(4 + ip.length);
        value.put((byte) 0).put((byte) (ip.length == 4 ? 1 : 2));
        value.putShort((short) (address.getPort() ^ Stun.COOKIE >>> 16));
        for (int i = 0; i < ip.length; i++) {
            value.put((byte) (ip[i] ^ out.get(Stun.COOKIE_AT + i)));
        }
        return attribute(Stun.XOR_MAPPED_ADDRESS, value.array(), (byte) 0);
    }

    /** RFC 8489 section 14.8. */
    StunWriter error(int code, String reason) {
        byte[] words = reason.getBytes(StandardCharsets.UTF_8);
        ByteBuffer value = ByteBuffer.allocate(4 + words.length);
        value.putShort((short) 0).put((byte) (code / 100)).put((byte) (code % 100)).put(words);
        return attribute(Stun.ERROR_CODE, value.array(), (byte) 0);
    }

    StunWriter unknownAttributes(List<Integer> types) {
        ByteBuffer value = ByteBuffer.allocate(2 * types.size());
        types.forEach(type -> value.putShort(type.shortValue()));
        return attribute(Stun.UNKNOWN_ATTRIBUTES, value.array(), (byte) 0);
    }

    private StunWriter attribute(int type, byte[] value, byte padding) {
        out.putShort((short) type).putShort((short) value.length).put(value);
        for (int i = value.length; i < Stun.padded(value.length); i++) {
            out.put(padding);
        }
        return this;
    }

    /** Ends with MESSAGE-INTEGRITY and FINGERPRINT. */
    byte[] signed(String password) {
        int length = out.position() - Stun.HEADER + Stun.INTEGRITY_SIZE;
        byte[] mac = StunCrypto.integrity(password, out.array(), 0, out.position(), length);
        return attribute(Stun.MESSAGE_INTEGRITY, mac, (byte) 0).unsigned();
    }

    /** Ends with FINGERPRINT alone. */
    byte[] unsigned() {
        out.putShort(
                Stun.LENGTH_AT, (short) (out.position() - Stun.HEADER + Stun.FINGERPRINT_SIZE));
        int sum = StunCrypto.fingerprint(out.array(), 0, out.position());
        attribute(Stun.FINGERPRINT, ByteBuffer.allocate(4).putInt(sum).array(), (byte) 0);
        return Arrays.copyOf(out.array(), out.position());
    }
}
