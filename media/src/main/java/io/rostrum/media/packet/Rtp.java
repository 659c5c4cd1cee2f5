package io.rostrum.media.packet;

import io.rostrum.media.buffer.Buffer;

/** The header of an RTP packet, in place. Everything but the checks wants a valid packet. */
public final class Rtp {
    /** RFC 3550 section 5.1. */
    private static final int FLAGS_AT = 0;

    private static final int TYPE_AT = 1;
    private static final int SEQUENCE_AT = 2;
    private static final int TIMESTAMP_AT = 4;
    private static final int SSRC_AT = 8;

    /** Length without contributing sources and extensions. */
    public static final int FIXED_HEADER = 12;

    private static final int VERSION = 2;
    private static final int PADDING_BIT = 0x20;
    private static final int EXTENSION_BIT = 0x10;
    private static final int MARKER_BIT = 0x80;

    private Rtp() {}

    /** Whether it is RTCP and not RTP, told by the packet type (RFC 5761 section 4). */
    public static boolean isRtcp(Buffer packet) {
        if (packet.length() < 2) {
            return false;
        }
        int type = packet.u8(TYPE_AT);
        return type >= 192 && type <= 223;
    }

    /** Whether header, extension block and padding lie within the packet. */
    public static boolean isValid(Buffer packet) {
        int length = packet.length();
        if (length < FIXED_HEADER || packet.u8(FLAGS_AT) >> 6 != VERSION || isRtcp(packet)) {
            return false;
        }
        int extensionAt = extensionAt(packet);
        if (hasExtension(packet) && length < extensionAt + 4) {
            return false;
        }
        int header = headerLength(packet);
        if (header > length) {
            return false;
        }
        return !hasPadding(packet)
                || length > header
                        && packet.u8(length - 1) > 0
                        && header + packet.u8(length - 1) <= length;
    }

    public static boolean hasPadding(Buffer packet) {
        return (packet.u8(FLAGS_AT) & PADDING_BIT) != 0;
    }

    public static boolean hasExtension(Buffer packet) {
        return (packet.u8(FLAGS_AT) & EXTENSION_BIT) != 0;
    }

    public static boolean marker(Buffer packet) {
        return (packet.u8(TYPE_AT) & MARKER_BIT) != 0;
    }

    public static int payloadType(Buffer packet) {
        return packet.u8(TYPE_AT) & 0x7F;
    }

    public static int sequence(Buffer packet) {
        return packet.u16(SEQUENCE_AT);
    }

    public static int timestamp(Buffer packet) {
        return packet.i32(TIMESTAMP_AT);
    }

    public static int ssrc(Buffer packet) {
        return packet.i32(SSRC_AT);
    }

    /** Where the extension block is, or would be. */
    static int extensionAt(Buffer packet) {
        return FIXED_HEADER + 4 * (packet.u8(FLAGS_AT) & 0x0F);
    }

    /** Where the payload starts. */
    public static int headerLength(Buffer packet) {
        int at = extensionAt(packet);
        return hasExtension(packet) ? at + 4 + 4 * packet.u16(at + 2) : at;
    }

    public static int paddingLength(Buffer packet) {
        return hasPadding(packet) ? packet.u8(packet.length() - 1) : 0;
    }

    /** Bytes of payload, without padding; zero for a packet that is padding only. */
    public static int payloadLength(Buffer packet) {
        return packet.length() - headerLength(packet) - paddingLength(packet);
    }

    public static void marker(Buffer packet, boolean marker) {
        packet.put8(TYPE_AT, payloadType(packet) | (marker ? MARKER_BIT : 0));
    }

    public static void payloadType(Buffer packet, int payloadType) {
        packet.put8(TYPE_AT, packet.u8(TYPE_AT) & MARKER_BIT | payloadType);
    }

    public static void sequence(Buffer packet, int sequence) {
        packet.put16(SEQUENCE_AT, sequence);
    }

    public static void timestamp(Buffer packet, int timestamp) {
        packet.put32(TIMESTAMP_AT, timestamp);
    }

    public static void ssrc(Buffer packet, int ssrc) {
        packet.put32(SSRC_AT, ssrc);
    }

    static void extensionBit(Buffer packet, boolean on) {
        int flags = packet.u8(FLAGS_AT) & ~EXTENSION_BIT;
        packet.put8(FLAGS_AT, on ? flags | EXTENSION_BIT : flags);
    }

    /** Writes a plain header over the first {@link #FIXED_HEADER} bytes. */
    public static void write(Buffer packet, int payloadType, int sequence, int time, int ssrc) {
        packet.put8(FLAGS_AT, VERSION << 6);
        packet.put8(TYPE_AT, payloadType);
        sequence(packet, sequence);
        timestamp(packet, time);
        ssrc(packet, ssrc);
    }

    /** Cuts the padding off. */
    public static void dropPadding(Buffer packet) {
        packet.shrink(paddingLength(packet));
        packet.put8(FLAGS_AT, packet.u8(FLAGS_AT) & ~PADDING_BIT);
    }

    /**
     * Makes the packet longer by {@code delta} bytes before {@code at}, or shorter by cutting the
     * bytes behind {@code at + delta} when negative. Moves the header when the headroom allows,
     * else the payload; new bytes have no meaning yet.
     *
     * @throws IllegalArgumentException when there is no room on either side
     */
    public static void resizeAt(Buffer packet, int at, int delta) {
        byte[] bytes = packet.getBuffer();
        int offset = packet.getOffset();
        int length = packet.length();
        if (offset >= delta) {
            System.arraycopy(bytes, offset, bytes, offset - delta, Math.min(at, at + delta));
            packet.reset(offset - delta, length + delta);
        } else {
            packet.grow(delta);
            System.arraycopy(bytes, offset + at, bytes, offset + at + delta, length - at);
            packet.reset(offset, length + delta);
        }
    }
}
