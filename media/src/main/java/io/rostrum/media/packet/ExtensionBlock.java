package io.rostrum.media.packet;

import io.rostrum.media.buffer.Buffer;
import java.util.Arrays;

/**
 * An extension block that is put together and written into packets (RFC 8285 section 4).
 *
 * <p>The one-byte form is taken when everything fits it, else the two-byte form.
 */
public final class ExtensionBlock {
    private static final int MOST_BYTES = 255;
    private static final int LARGEST_ONE_BYTE_ID = 14;
    private static final int LARGEST_ONE_BYTE_LENGTH = 16;

    private final byte[] data = new byte[MOST_BYTES];
    private final int[] ids = new int[16];
    private final int[] lengths = new int[16];
    private int elements;
    private int size;
    private boolean twoByte;

    public ExtensionBlock clear() {
        elements = 0;
        size = 0;
        twoByte = false;
        return this;
    }

    /** Adds an element; one of id 0 was not negotiated and is left out. */
    public ExtensionBlock add(int id, byte[] value) {
        return add(id, value, 0, value.length);
    }

    /** Adds a place of {@code length} zero bytes, to be filled when the packet leaves. */
    public ExtensionBlock reserve(int id, int length) {
        if (id > 0) {
            Arrays.fill(data, size, size + length, (byte) 0);
            note(id, length);
        }
        return this;
    }

    private ExtensionBlock add(int id, byte[] value, int from, int length) {
        if (id > 0) {
            System.arraycopy(value, from, data, size, length);
            note(id, length);
        }
        return this;
    }

    private void note(int id, int length) {
        ids[elements] = id;
        lengths[elements++] = length;
        size += length;
        twoByte |= id > LARGEST_ONE_BYTE_ID || length > LARGEST_ONE_BYTE_LENGTH || length == 0;
    }

    /** Adds every element of a valid packet but {@code id}. */
    private void addAllBut(int id, Buffer packet) {
        for (int other = 1; other < 256 && elements < ids.length; other++) {
            int found = other == id ? HeaderExtensions.NONE : HeaderExtensions.find(packet, other);
            int length = HeaderExtensions.length(found);
            if (found != HeaderExtensions.NONE && size + length <= data.length) {
                int from = packet.getOffset() + HeaderExtensions.at(found);
                add(other, packet.getBuffer(), from, length);
            }
        }
    }

    /** Bytes that the block takes in a packet, with its header. */
    public int length() {
        return elements == 0 ? 0 : 4 + padded(size + elements * (twoByte ? 2 : 1));
    }

    private static int padded(int bytes) {
        return bytes + 3 & ~3;
    }

    /** Puts this block into a valid packet in place of the one that is there, if any. */
    public void writeTo(Buffer packet) {
        int header = Rtp.headerLength(packet);
        int at = Rtp.extensionAt(packet);
        Rtp.resizeAt(packet, header, at + length() - header);
        Rtp.extensionBit(packet, elements > 0);
        if (elements > 0) {
            packet.put16(at, twoByte ? HeaderExtensions.TWO_BYTE : HeaderExtensions.ONE_BYTE);
            packet.put16(at + 2, length() / 4 - 1);
            writeElements(packet, at + 4, at + length());
        }
    }

    private void writeElements(Buffer packet, int from, int end) {
        int at = from;
        int taken = 0;
        for (int i = 0; i < elements; i++) {
            int length = lengths[i];
            if (twoByte) {
                packet.put8(at++, ids[i]);
                packet.put8(at++, length);
            } else {
                packet.put8(at++, ids[i] << 4 | length - 1);
            }
            packet.put(at, data, taken, length);
            at += length;
            taken += length;
        }
        while (at < end) {
            packet.put8(at++, 0);
        }
    }

    /**
     * Sets one element of a valid packet and keeps the others: in place when the length is the
     * same, else by a new block.
     */
    public static void set(Buffer packet, int id, byte[] value) {
        int found = HeaderExtensions.find(packet, id);
        if (found != HeaderExtensions.NONE && HeaderExtensions.length(found) == value.length) {
            packet.put(HeaderExtensions.at(found), value, 0, value.length);
            return;
        }
        ExtensionBlock block = new ExtensionBlock();
        block.add(id, value);
        block.addAllBut(id, packet);
        block.writeTo(packet);
    }
}
