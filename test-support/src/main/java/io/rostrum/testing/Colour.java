package io.rostrum.testing;

import java.util.Comparator;
import java.util.List;

/** A colour of 8 bits for each of red, green and blue. */
public record Colour(String name, int red, int green, int blue) {
    public static final Colour RED = new Colour("red", 220, 30, 30);
    public static final Colour GREEN = new Colour("green", 30, 180, 40);
    public static final Colour BLUE = new Colour("blue", 40, 60, 220);
    public static final Colour YELLOW = new Colour("yellow", 225, 215, 40);
    public static final Colour PURPLE = new Colour("purple", 180, 40, 200);
    public static final Colour CYAN = new Colour("cyan", 40, 200, 215);
    public static final Colour BLACK = new Colour("black", 0, 0, 0);
    public static final Colour WHITE = new Colour("white", 255, 255, 255);

    /** Far enough apart to be told from each other after an encoder and a colour matrix. */
    public static final List<Colour> PALETTE =
            List.of(RED, GREEN, BLUE, YELLOW, PURPLE, CYAN, BLACK, WHITE);

    /** The colour of the palette that a measured one comes closest to. */
    public static Colour nearest(int red, int green, int blue) {
        Colour measured = new Colour("measured", red, green, blue);
        return PALETTE.stream().min(Comparator.comparingDouble(measured::distance)).orElseThrow();
    }

    /** Euclidean, 0 to 442. */
    public double distance(Colour other) {
        return Math.sqrt(
                square(red - other.red) + square(green - other.green) + square(blue - other.blue));
    }

    /** Luma, 16 to 235 (BT.601). */
    public int y() {
        return clamp(16 + (65.738 * red + 129.057 * green + 25.064 * blue) / 256);
    }

    /** Blue difference, 16 to 240 (BT.601). */
    public int u() {
        return clamp(128 + (-37.945 * red - 74.494 * green + 112.439 * blue) / 256);
    }

    /** Red difference, 16 to 240 (BT.601). */
    public int v() {
        return clamp(128 + (112.439 * red - 94.154 * green - 18.285 * blue) / 256);
    }

    private static int clamp(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    private static double square(int difference) {
        return (double) difference * difference;
    }

    @Override
    public String toString() {
        return name;
    }
}
