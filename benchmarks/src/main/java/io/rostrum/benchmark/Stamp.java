package io.rostrum.benchmark;

import io.rostrum.load.scene.Camera;
import io.rostrum.media.codec.Picture;
import java.util.Arrays;

/**
 * Writes the time of exposure over another camera's picture so that a script can read it: 32 bits
 * of milliseconds since 1970 as two rows of sixteen blocks, white for one, in the lowest quarter.
 */
record Stamp(Camera scene) implements Camera {
    private static final int COLUMNS = 16;
    private static final int BITS = 32;

    @Override
    public void shoot(Picture into, long micros) {
        scene.shoot(into, micros);
        int top = into.height() * 3 / 4;
        int height = (into.height() - top) / 2;
        long millis = micros / 1000;
        for (int bit = 0; bit < BITS; bit++) {
            boolean one = (millis >> BITS - 1 - bit & 1) != 0;
            block(into, bit % COLUMNS, top + bit / COLUMNS * height, height, one ? 235 : 16);
        }
        grey(into, top / 2);
    }

    private static void block(Picture into, int column, int top, int height, int brightness) {
        int left = column * into.width() / COLUMNS;
        int right = (column + 1) * into.width() / COLUMNS;
        for (int row = top; row < top + height; row++) {
            int at = row * into.width();
            Arrays.fill(into.bytes(), at + left, at + right, (byte) brightness);
        }
    }

    private static void grey(Picture into, int fromRow) {
        for (int plane = 1; plane <= 2; plane++) {
            int start = into.at(plane) + fromRow * into.stride(plane);
            int end = into.at(plane) + into.rows(plane) * into.stride(plane);
            Arrays.fill(into.bytes(), start, end, (byte) 128);
        }
    }
}
