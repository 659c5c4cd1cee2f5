package io.rostrum.load.scene;

import io.rostrum.media.codec.Picture;
import java.util.Arrays;

/** Fills shapes; what lies outside the picture is cut off. */
final class Brush {
    private Brush() {}

    static void box(
            Picture picture, int left, int top, int width, int height, int y, int u, int v) {
        int right = Math.min(left + width, picture.width());
        int bottom = Math.min(top + height, picture.height());
        plane(picture, 0, Math.max(0, left), Math.max(0, top), right, bottom, y);
        int chromaLeft = Math.max(0, left) / 2;
        int chromaTop = Math.max(0, top) / 2;
        plane(picture, 1, chromaLeft, chromaTop, (right + 1) / 2, (bottom + 1) / 2, u);
        plane(picture, 2, chromaLeft, chromaTop, (right + 1) / 2, (bottom + 1) / 2, v);
    }

    private static void plane(
            Picture picture, int plane, int left, int top, int right, int bottom, int value) {
        for (int row = top; row < bottom && left < right; row++) {
            int at = picture.at(plane) + row * picture.stride(plane);
            Arrays.fill(picture.bytes(), at + left, at + right, (byte) value);
        }
    }

    static void disc(Picture picture, int x, int y, int radius, Tint tint) {
        for (int row = -radius; row < radius; row++) {
            int half = (int) Math.sqrt((double) radius * radius - (double) row * row);
            box(picture, x - half, y + row, 2 * half, 1, tint.y(), tint.u(), tint.v());
        }
    }

    /** Takes brightness from a band of whole rows, so that letters stand out. */
    static void shade(Picture picture, int top, int height) {
        byte[] bytes = picture.bytes();
        int end = Math.min(picture.height(), top + height) * picture.width();
        for (int i = top * picture.width(); i < end; i++) {
            bytes[i] = (byte) (16 + ((bytes[i] & 0xFF) - 16) / 2);
        }
    }
}
