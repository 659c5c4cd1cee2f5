package io.rostrum.streaming.playback;

import io.rostrum.media.codec.JpegEncoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.Scaler;

/** Many small pictures in one, row by row; none is cropped or stretched. Confined to one thread. */
final class Sheet implements AutoCloseable {
    static final int COLUMNS = 5;
    static final int TILES = COLUMNS * 5;
    static final int WIDTH = 160;
    static final int HEIGHT = 90;

    private static final int QUALITY = 70;
    private static final int BLACK = 16;
    private static final int GREY = 128;

    private final Picture all =
            Picture.of(COLUMNS * WIDTH, TILES / COLUMNS * HEIGHT).fill(BLACK, GREY, GREY);
    private final Scaler scaler = new Scaler();
    private final JpegEncoder encoder = new JpegEncoder();

    static int left(int tile) {
        return tile % COLUMNS * WIDTH;
    }

    static int top(int tile) {
        return tile / COLUMNS * HEIGHT;
    }

    /** Draws a picture in its place, in the middle of it. */
    void draw(int tile, Picture picture) {
        double scale =
                Math.min((double) WIDTH / picture.width(), (double) HEIGHT / picture.height());
        Picture small = Picture.of(even(picture.width() * scale), even(picture.height() * scale));
        scaler.scale(picture, small);
        int x = left(tile) + (WIDTH - small.width()) / 2 / 2 * 2;
        int y = top(tile) + (HEIGHT - small.height()) / 2 / 2 * 2;
        for (int plane = 0; plane < 3; plane++) {
            copy(small, plane, plane == 0 ? x : x / 2, plane == 0 ? y : y / 2);
        }
    }

    private void copy(Picture small, int plane, int x, int y) {
        for (int row = 0; row < small.rows(plane); row++) {
            System.arraycopy(
                    small.bytes(),
                    small.at(plane) + row * small.stride(plane),
                    all.bytes(),
                    all.at(plane) + (y + row) * all.stride(plane) + x,
                    small.stride(plane));
        }
    }

    private static int even(double side) {
        return Math.max(2, (int) Math.round(side) & ~1);
    }

    byte[] jpeg() {
        return encoder.encode(all, all.width(), QUALITY);
    }

    @Override
    public void close() {
        scaler.close();
        encoder.close();
    }
}
