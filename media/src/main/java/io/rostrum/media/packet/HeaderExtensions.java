package io.rostrum.media.packet;

import io.rostrum.media.buffer.Buffer;

/**
 * Header extension elements of both forms, in place (RFC 8285 sections 4.2 and 4.3).
 *
 * <p>What is found is one number, so that nothing is allocated: {@link #NONE}, or {@link #at} and
 * {@link #length} of it.
 */
public final class HeaderExtensions {
    public static final int NONE = -1;

    static final int ONE_BYTE = 0xBEDE;
    static final int TWO_BYTE = 0x1000;

    /** The lower four bits of the two-byte profile are free for applications. */
    private static final int TWO_BYTE_MASK = 0xFFF0;

    private HeaderExtensions() {}

    /** The element of this id in a valid packet, or {@link #NONE}; id 0 is never found. */
    public static int find(Buffer packet, int id) {
        if (id <= 0 || !Rtp.hasExtension(packet)) {
            return NONE;
        }
        int at = Rtp.extensionAt(packet);
        int profile = packet.u16(at);
        int end = at + 4 + 4 * packet.u16(at + 2);
        if (profile == ONE_BYTE) {
            return findOneByte(packet, id, at + 4, end);
        }
        return (profile & TWO_BYTE_MASK) == TWO_BYTE ? findTwoByte(packet, id, at + 4, end) : NONE;
    }

    private static int findOneByte(Buffer packet, int id, int from, int end) {
        int at = from;
        while (at < end) {
            int head = packet.u8(at);
            int length = (head & 0x0F) + 1;
            if (head == 0) {
                at++;
            } else if (head >> 4 == 15 || head >> 4 == 0 || at + 1 + length > end) {
                return NONE;
            } else if (head >> 4 == id) {
                return pack(at + 1, length);
            } else {
                at += 1 + length;
            }
        }
        return NONE;
    }

    private static int findTwoByte(Buffer packet, int id, int from, int end) {
        int at = from;
        while (at + 1 < end) {
            int found = packet.u8(at);
            if (found == 0) {
                at++;
                continue;
            }
            int length = packet.u8(at + 1);
            if (at + 2 + length > end) {
                return NONE;
            }
            if (found == id) {
                return pack(at + 2, length);
            }
            at += 2 + length;
        }
        return NONE;
    }

    private static int pack(int at, int length) {
        return at << 8 | length;
    }

    /** Where the data of what was found starts. */
    public static int at(int found) {
        return found >> 8;
    }

    /** How many bytes of data what was found has. */
    public static int length(int found) {
        return found & 0xFF;
    }

    /** Overwrites 16 bits, as for a transport-wide sequence; false when there is no such place. */
    public static boolean put16(Buffer packet, int id, int value) {
        int found = find(packet, id);
        if (found == NONE || length(found) < 2) {
            return false;
        }
        packet.put16(at(found), value);
        return true;
    }

    /** Overwrites 24 bits, as for the absolute send time; false when there is no such place. */
    public static boolean put24(Buffer packet, int id, int value) {
        int found = find(packet, id);
        if (found == NONE || length(found) != 3) {
            return false;
        }
        packet.put24(at(found), value);
        return true;
    }

    /** Takes the whole extension block out. */
    public static void remove(Buffer packet) {
        if (Rtp.hasExtension(packet)) {
            int header = Rtp.headerLength(packet);
            Rtp.resizeAt(packet, header, Rtp.extensionAt(packet) - header);
            Rtp.extensionBit(packet, false);
        }
    }
}
