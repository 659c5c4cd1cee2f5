package io.rostrum.streaming.playback;

import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.Scaler;
import org.jspecify.annotations.Nullable;

/** Puts pictures into a frame: whole, undistorted, in the middle. Confined to one thread. */
final class Letterbox implements AutoCloseable {
    private static final int BLACK = 16;
    private static final int GREY = 128;

    private final Picture frame;
    private final Scaler scaler = new Scaler();
    private @Nullable Picture small;

    Letterbox(int width, int height) {
        frame = Picture.of(width, height);
    }

    static Picture black(int width, int height) {
        return Picture.of(width, height).fill(BLACK, GREY, GREY);
    }

    /** The frame with that picture in it, valid until the next call. */
    Picture fit(Picture picture) {
        if (picture.width() == frame.width() && picture.height() == frame.height()) {
            return picture;
        }
        frame.fill(BLACK, GREY, GREY);
        draw(picture, frame, 0, 0, frame.width(), frame.height());
        return frame;
    }

    /** Draws into a part of another picture; left and top are even. */
    void draw(Picture picture, Picture on, int left, int top, int width, int height) {
        double scale =
                Math.min((double) width / picture.width(), (double) height / picture.height());
        Picture scaled = sized(even(picture.width() * scale), even(picture.height() * scale));
        scaler.scale(picture, scaled);
        int x = left + ((width - scaled.width()) / 2 & ~1);
        int y = top + ((height - scaled.height()) / 2 & ~1);
        for (int plane = 0; plane < 3; plane++) {
            copy(scaled, on, plane, plane == 0 ? x : x / 2, plane == 0 ? y : y / 2);
        }
    }

    private Picture sized(int width, int height) {
        Picture known = small;
        if (known == null || known.width() != width || known.height() != height) {
            known = Picture.of(width, height);
            small = known;
        }
        return known;
    }

    private static void copy(Picture from, Picture to, int plane, int x, int y) {
        for (int row = 0; row < from.rows(plane); row++) {
            System.arraycopy(
                    from.bytes(),
                    from.at(plane) + row * from.stride(plane),
                    to.bytes(),
                    to.at(plane) + (y + row) * to.stride(plane) + x,
                    from.stride(plane));
        }
    }

    private static int even(double side) {
        return Math.max(2, (int) Math.round(side) & ~1);
    }

    @Override
    public void close() {
        scaler.close();
    }
}
