package io.rostrum.protocol.cmaf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The content of one box in an array, read at offsets from its start; every step is checked.
 *
 * <p>ISO/IEC 14496-12 section 4.2. A box whose size is 0 ("to the end of the file") is refused.
 */
final class BoxReader {
    private final byte[] bytes;
    private final String type;
    private final int from;
    private final int to;

    private BoxReader(byte[] bytes, String type, int from, int to) {
        this.bytes = bytes;
        this.type = type;
        this.from = from;
        this.to = to;
    }

    /** A run of boxes with nothing around it. */
    static BoxReader run(byte[] bytes, int from, int to) {
        return new BoxReader(bytes, "file", from, to);
    }

    String type() {
        return type;
    }

    int length() {
        return to - from;
    }

    /** A child box, and where its next sibling begins. */
    record Child(BoxReader box, int next) {}

    /** The child that begins at {@code at}. */
    Child child(int at) throws CmafException {
        long size = u32(at);
        String name = typeAt(bytes, from + checked(at + 4, 4));
        int header = 8;
        if (size == 1) {
            size = u64(at + 8);
            header = 16;
        }
        if (size < header || size > length() - at) {
            throw new CmafException(name + " in " + type + " has a size of " + size);
        }
        int end = at + (int) size;
        return new Child(new BoxReader(bytes, name, from + at + header, from + end), end);
    }

    /** The first child of that type among those from {@code at} on. */
    BoxReader first(String wanted, int at) throws CmafException {
        for (int i = at; i < length(); ) {
            Child child = child(i);
            if (child.box.type.equals(wanted)) {
                return child.box;
            }
            i = child.next;
        }
        throw new CmafException(type + " has no " + wanted);
    }

    /** The box at the end of a path of types. */
    BoxReader down(String... path) throws CmafException {
        BoxReader box = this;
        for (String step : path) {
            box = box.first(step, 0);
        }
        return box;
    }

    int u8(int at) throws CmafException {
        return bytes[from + checked(at, 1)] & 0xFF;
    }

    int u16(int at) throws CmafException {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(int at) throws CmafException {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    long u64(int at) throws CmafException {
        return u32(at) << 32 | u32(at + 4);
    }

    /** The low 24 bits of the first word of a full box. */
    int flags() throws CmafException {
        return (int) u32(0) & 0xFFFFFF;
    }

    byte[] bytes(int at, int count) throws CmafException {
        int start = from + checked(at, count);
        return Arrays.copyOfRange(bytes, start, start + count);
    }

    private int checked(int at, int count) throws CmafException {
        if (at < 0 || count < 0 || at > length() - count) {
            throw new CmafException(type + " ends too early");
        }
        return at;
    }

    /** Four characters; what is not printable ASCII becomes a question mark. */
    static String typeAt(byte[] bytes, int at) {
        byte[] name = Arrays.copyOfRange(bytes, at, at + 4);
        for (int i = 0; i < 4; i++) {
            if (name[i] < 0x20 || name[i] > 0x7E) {
                name[i] = '?';
            }
        }
        return new String(name, StandardCharsets.US_ASCII);
    }
}
