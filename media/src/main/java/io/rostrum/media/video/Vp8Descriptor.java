package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;

/** The payload descriptor of VP8, in place (RFC 7741 section 4.2). */
final class Vp8Descriptor {
    /** Length of what {@link #write} writes. */
    static final int FULL = 6;

    static final int NONE = -1;

    private static final int EXTENDED = 0x80;
    private static final int START = 0x10;
    private static final int PARTITION = 0x07;

    /** In the second byte. */
    private static final int PICTURE_ID = 0x80;

    private static final int LEVEL0 = 0x40;
    private static final int TEMPORAL_OR_KEY_INDEX = 0x30;

    /** In the first byte of the picture id: it has 15 bits and not 7. */
    private static final int LONG_ID = 0x80;

    private Vp8Descriptor() {}

    /** Bytes of the descriptor at {@code at}, or -1 when the payload ends before it. */
    static int length(Buffer packet, int at, int payloadLength) {
        if (payloadLength < 1) {
            return -1;
        }
        if ((packet.u8(at) & EXTENDED) == 0) {
            return 1;
        }
        if (payloadLength < 3) {
            return payloadLength == 2 && packet.u8(at + 1) >> 4 == 0 ? 2 : -1;
        }
        int flags = packet.u8(at + 1);
        int length = 2;
        if ((flags & PICTURE_ID) != 0) {
            length += (packet.u8(at + 2) & LONG_ID) != 0 ? 2 : 1;
        }
        if ((flags & LEVEL0) != 0) {
            length++;
        }
        if ((flags & TEMPORAL_OR_KEY_INDEX) != 0) {
            length++;
        }
        return length > payloadLength ? -1 : length;
    }

    /** Whether a frame begins with this payload: start of partition 0. */
    static boolean startsFrame(Buffer packet, int at) {
        return (packet.u8(at) & START) != 0 && (packet.u8(at) & PARTITION) == 0;
    }

    private static int flags(Buffer packet, int at) {
        return (packet.u8(at) & EXTENDED) == 0 ? 0 : packet.u8(at + 1);
    }

    static boolean hasPictureId(Buffer packet, int at) {
        return (flags(packet, at) & PICTURE_ID) != 0;
    }

    /** Whether the picture id has 15 bits; wants {@link #hasPictureId}. */
    static boolean hasLongPictureId(Buffer packet, int at) {
        return (packet.u8(at + 2) & LONG_ID) != 0;
    }

    /** The picture id, or {@link #NONE}. */
    static int pictureId(Buffer packet, int at) {
        if (!hasPictureId(packet, at)) {
            return NONE;
        }
        return hasLongPictureId(packet, at) ? packet.u16(at + 2) & 0x7FFF : packet.u8(at + 2);
    }

    /** Overwrites a picture id of 15 bits. */
    static void pictureId(Buffer packet, int at, int pictureId) {
        packet.put16(at + 2, LONG_ID << 8 | pictureId & 0x7FFF);
    }

    /** TL0PICIDX, or {@link #NONE}. */
    static int level0(Buffer packet, int at) {
        return (flags(packet, at) & LEVEL0) == 0 ? NONE : packet.u8(level0At(packet, at));
    }

    /** Overwrites TL0PICIDX; wants one there. */
    static void level0(Buffer packet, int at, int level0) {
        packet.put8(level0At(packet, at), level0);
    }

    private static int level0At(Buffer packet, int at) {
        if (!hasPictureId(packet, at)) {
            return at + 2;
        }
        return at + (hasLongPictureId(packet, at) ? 4 : 3);
    }

    /** Writes a descriptor of {@link #FULL} bytes with long picture id, TL0PICIDX and layer 0. */
    static void write(Buffer packet, int at, boolean start, int pictureId, int level0) {
        packet.put8(at, EXTENDED | (start ? START : 0));
        packet.put8(at + 1, PICTURE_ID | LEVEL0 | 0x20);
        pictureId(packet, at, pictureId);
        packet.put8(at + 4, level0);
        packet.put8(at + 5, 0);
    }
}
