package io.rostrum.media.codec;

import java.util.Arrays;

/**
 * One I420 picture: three planes in one array, 8 bits, limited range, chroma halved both ways.
 *
 * <p>Mutable pixels, immutable shape. Read by {@link #at} and {@link #stride}, not by own sums.
 */
public final class Picture {
    /** Largest width or height that we touch. */
    public static final int MAX_SIDE = 8192;

    private final int width;
    private final int height;
    private final byte[] bytes;

    private Picture(int width, int height) {
        this.width = width;
        this.height = height;
        this.bytes = new byte[width * height + 2 * (half(width) * half(height))];
    }

    /** A picture of zeros (which is green). */
    public static Picture of(int width, int height) {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException("size " + width + "x" + height);
        }
        return new Picture(width, height);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int chromaWidth() {
        return half(width);
    }

    public int chromaHeight() {
        return half(height);
    }

    /** All three planes. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where plane 0 (Y), 1 (U) or 2 (V) starts in {@link #bytes()}. */
    public int at(int plane) {
        return switch (plane) {
            case 0 -> 0;
            case 1 -> width * height;
            case 2 -> width * height + chromaWidth() * chromaHeight();
            default -> throw new IllegalArgumentException("plane " + plane);
        };
    }

    /** Bytes from one row of a plane to the next. */
    public int stride(int plane) {
        return plane == 0 ? width : chromaWidth();
    }

    /** Rows of a plane. */
    public int rows(int plane) {
        return plane == 0 ? height : chromaHeight();
    }

    /** Fills the whole picture with one colour. */
    public Picture fill(int y, int u, int v) {
        fill(0, y);
        fill(1, u);
        fill(2, v);
        return this;
    }

    private void fill(int plane, int value) {
        int start = at(plane);
        Arrays.fill(bytes, start, start + stride(plane) * rows(plane), (byte) value);
    }

    /** Brightness at a point, 0 to 255. */
    public int y(int column, int row) {
        return bytes[row * width + column] & 0xFF;
    }

    /** Blue difference at a point of the full picture, 0 to 255. */
    public int u(int column, int row) {
        return bytes[at(1) + row / 2 * chromaWidth() + column / 2] & 0xFF;
    }

    /** Red difference at a point of the full picture, 0 to 255. */
    public int v(int column, int row) {
        return bytes[at(2) + row / 2 * chromaWidth() + column / 2] & 0xFF;
    }

    public Picture copy() {
        Picture copy = new Picture(width, height);
        System.arraycopy(bytes, 0, copy.bytes, 0, bytes.length);
        return copy;
    }

    private static int half(int side) {
        return (side + 1) / 2;
    }
}
