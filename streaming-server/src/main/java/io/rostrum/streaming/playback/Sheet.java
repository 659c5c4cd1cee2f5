package io.rostrum.streaming.playback;

import io.rostrum.media.codec.JpegEncoder;
import io.rostrum.media.codec.Picture;

/** Many small pictures in one, row by row; none is cropped or stretched. Confined to one thread. */
final class Sheet implements AutoCloseable {
    static final int COLUMNS = 5;
    static final int TILES = COLUMNS * 5;
    static final int WIDTH = 160;
    static final int HEIGHT = 90;

    private static final int QUALITY = 70;

    private final Picture all = Letterbox.black(COLUMNS * WIDTH, TILES / COLUMNS * HEIGHT);
    private final Letterbox letterbox = new Letterbox(WIDTH, HEIGHT);
    private final JpegEncoder encoder = new JpegEncoder();

    static int left(int tile) {
        return tile % COLUMNS * WIDTH;
    }

    static int top(int tile) {
        return tile / COLUMNS * HEIGHT;
    }

    void draw(int tile, Picture picture) {
        letterbox.draw(picture, all, left(tile), top(tile), WIDTH, HEIGHT);
    }

    byte[] jpeg() {
        return encoder.encode(all, all.width(), QUALITY);
    }

    @Override
    public void close() {
        letterbox.close();
        encoder.close();
    }
}
