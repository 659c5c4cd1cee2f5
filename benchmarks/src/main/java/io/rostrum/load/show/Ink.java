package io.rostrum.load.show;

import io.rostrum.media.codec.Picture;
import java.awt.Rectangle;

/** From red, green and blue to what encoders take (BT.601, limited range). */
final class Ink {
    private Ink() {}

    /**
     * @param colours 0xRRGGBB, row by row
     * @param part what has changed; its sides are even
     */
    static void copy(int[] colours, Picture into, Rectangle part) {
        byte[] bytes = into.bytes();
        for (int row = part.y; row < part.y + part.height; row++) {
            int at = row * into.width();
            for (int column = part.x; column < part.x + part.width; column++) {
                bytes[at + column] = (byte) brightness(colours[at + column]);
            }
        }
        for (int row = part.y; row < part.y + part.height; row += 2) {
            for (int column = part.x; column < part.x + part.width; column += 2) {
                colour(colours, into, row, column);
            }
        }
    }

    private static int brightness(int colour) {
        int red = colour >> 16 & 0xFF;
        int green = colour >> 8 & 0xFF;
        return 16 + (66 * red + 129 * green + 25 * (colour & 0xFF) + 128 >> 8);
    }

    /** The mean of four points, so that edges have no fringe. */
    private static void colour(int[] colours, Picture into, int row, int column) {
        int at = row * into.width() + column;
        int below = at + into.width();
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int point : new int[] {at, at + 1, below, below + 1}) {
            red += colours[point] >> 16 & 0xFF;
            green += colours[point] >> 8 & 0xFF;
            blue += colours[point] & 0xFF;
        }
        int chroma = row / 2 * into.chromaWidth() + column / 2;
        into.bytes()[into.at(1) + chroma] =
                (byte) (128 + (-38 * red - 74 * green + 112 * blue + 512 >> 10));
        into.bytes()[into.at(2) + chroma] =
                (byte) (128 + (112 * red - 94 * green - 18 * blue + 512 >> 10));
    }
}
