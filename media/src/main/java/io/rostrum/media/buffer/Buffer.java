package io.rostrum.media.buffer;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jitsi.utils.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A mutable run of bytes with room before and behind it, big-endian as networks are.
 *
 * <p>A buffer has one owner: the owner hands it on or calls {@link #release()}, exactly one of the
 * two. Positions count from the start of the run.
 */
public final class Buffer implements ByteArrayBuffer {
    private final byte[] array;
    private final @Nullable BufferPool home;
    private int offset;
    private int length;
    private boolean lent = true;

    Buffer(byte[] array, @Nullable BufferPool home) {
        this.array = array;
        this.home = home;
    }

    /** A buffer over these very bytes, of no pool. */
    public static Buffer wrap(byte[] bytes) {
        Buffer buffer = new Buffer(bytes, null);
        buffer.length = bytes.length;
        return buffer;
    }

    /** A copy with {@link BufferPool#HEADROOM} and {@link BufferPool#TAILROOM}, of no pool. */
    public static Buffer copyOf(byte[] bytes, int from, int length) {
        Buffer buffer =
                new Buffer(new byte[BufferPool.HEADROOM + length + BufferPool.TAILROOM], null);
        buffer.offset = BufferPool.HEADROOM;
        buffer.length = length;
        System.arraycopy(bytes, from, buffer.array, buffer.offset, length);
        return buffer;
    }

    /** Gives the buffer back; whoever calls this must not touch it again. */
    public void release() {
        if (home != null) {
            if (!lent) {
                throw new IllegalStateException("released twice");
            }
            lent = false;
            home.takeBack(this);
        }
    }

    void lend(int newOffset, int newLength) {
        lent = true;
        reset(newOffset, newLength);
    }

    /** Moves the run within the array. */
    public void reset(int newOffset, int newLength) {
        Objects.checkFromIndexSize(newOffset, newLength, array.length);
        offset = newOffset;
        length = newLength;
    }

    /** The backing array; the run starts at {@link #getOffset()}. */
    @Override
    public byte[] getBuffer() {
        return array;
    }

    @Override
    public int getOffset() {
        return offset;
    }

    @Override
    public int getLength() {
        return length;
    }

    public int length() {
        return length;
    }

    @Override
    public void setOffset(int newOffset) {
        offset = newOffset;
    }

    @Override
    public void setLength(int newLength) {
        reset(offset, newLength);
    }

    @Override
    public boolean isInvalid() {
        return length <= 0;
    }

    @Override
    public void readRegionToBuff(int at, int count, byte[] target) {
        System.arraycopy(array, offset + at, target, 0, count);
    }

    @Override
    public void grow(int more) {
        if (offset + length + more > array.length) {
            throw new IllegalArgumentException("no room for " + more + " more bytes");
        }
    }

    @Override
    public void append(byte[] bytes, int count) {
        grow(count);
        System.arraycopy(bytes, 0, array, offset + length, count);
        length += count;
    }

    @Override
    public void shrink(int fewer) {
        length = Math.max(0, length - fewer);
    }

    /** Unsigned byte. */
    public int u8(int at) {
        return array[checked(at, 1)] & 0xFF;
    }

    /** Unsigned 16 bits. */
    public int u16(int at) {
        int i = checked(at, 2);
        return (array[i] & 0xFF) << 8 | array[i + 1] & 0xFF;
    }

    /** Unsigned 24 bits. */
    public int u24(int at) {
        int i = checked(at, 3);
        return (array[i] & 0xFF) << 16 | (array[i + 1] & 0xFF) << 8 | array[i + 2] & 0xFF;
    }

    /** 32 bits as they are; {@link #u32(int)} for the unsigned value. */
    public int i32(int at) {
        return u16(at) << 16 | u16(at + 2);
    }

    /** Unsigned 32 bits. */
    public long u32(int at) {
        return Integer.toUnsignedLong(i32(at));
    }

    /** 64 bits as they are. */
    public long i64(int at) {
        return (long) i32(at) << 32 | u32(at + 4);
    }

    public void put8(int at, int value) {
        array[checked(at, 1)] = (byte) value;
    }

    public void put16(int at, int value) {
        int i = checked(at, 2);
        array[i] = (byte) (value >> 8);
        array[i + 1] = (byte) value;
    }

    public void put24(int at, int value) {
        put8(at, value >> 16);
        put16(at + 1, value);
    }

    public void put32(int at, int value) {
        put16(at, value >>> 16);
        put16(at + 2, value);
    }

    public void put64(int at, long value) {
        put32(at, (int) (value >>> 32));
        put32(at + 4, (int) value);
    }

    /** Copies {@code count} bytes of {@code source} to position {@code at}. */
    public void put(int at, byte[] source, int from, int count) {
        System.arraycopy(source, from, array, checked(at, count), count);
    }

    /** A copy of the run. */
    public byte[] bytes() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** A copy of a part of the run. */
    public byte[] bytes(int at, int count) {
        int i = checked(at, count);
        return Arrays.copyOfRange(array, i, i + count);
    }

    private int checked(int at, int count) {
        return offset + Objects.checkFromIndexSize(at, count, length);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(array, offset, offset + Math.min(length, 32))
                + (length > 32 ? "… (" + length + ")" : "");
    }
}
