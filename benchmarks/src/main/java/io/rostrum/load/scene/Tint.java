package io.rostrum.load.scene;

/**
 * A colour as cameras write it (BT.601, limited range).
 *
 * @param y brightness, 16 to 235
 * @param u blue difference, 16 to 240
 * @param v red difference, 16 to 240
 */
public record Tint(int y, int u, int v) {
    /** From 8 bits each of red, green and blue. */
    public static Tint rgb(int red, int green, int blue) {
        return new Tint(
                16 + (66 * red + 129 * green + 25 * blue + 128 >> 8),
                128 + (-38 * red - 74 * green + 112 * blue + 128 >> 8),
                128 + (112 * red - 94 * green - 18 * blue + 128 >> 8));
    }
}
