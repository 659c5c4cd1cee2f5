package io.rostrum.protocol.cmaf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of nested boxes: a box is started, filled, ended. */
final class BoxWriter {
    private byte[] bytes;
    private int length;

    BoxWriter(int capacity) {
        bytes = new byte[capacity];
    }

    /** Starts a box (ISO/IEC 14496-12 section 4.2); the result goes to {@link #end}. */
    int start(String type) {
        int at = length;
        u32(0).ascii(type);
        return at;
    }

    int start(String type, int version, int flags) {
        int at = start(type);
        u32(version << 24 | flags);
        return at;
    }

    void end(int box) {
        int end = length;
        length = box;
        u32(end - box);
        length = end;
    }

    BoxWriter u8(int value) {
        grow(1);
        bytes[length++] = (byte) value;
        return this;
    }

    BoxWriter u16(int value) {
        return u8(value >> 8).u8(value);
    }

    BoxWriter u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    BoxWriter u64(long value) {
        return u32(value >>> 32).u32(value);
    }

    BoxWriter zeros(int count) {
        grow(count);
        Arrays.fill(bytes, length, length + count, (byte) 0);
        length += count;
        return this;
    }

    BoxWriter ascii(String text) {
        return bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    BoxWriter bytes(byte[] more) {
        grow(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    /** What was written; the array itself when it is full to the last byte. */
    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void grow(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
        }
    }
}
