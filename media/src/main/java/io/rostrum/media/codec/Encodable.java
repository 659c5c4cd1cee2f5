package io.rostrum.media.codec;

/**
 * A size that OpenH264 encodes and players decode (H.264 level 5.1).
 *
 * @param width even, 16 to 3840
 * @param height even, 16 to 3840
 */
record Encodable(int width, int height) {
    private static final int LONGEST = 3840;
    private static final double LARGEST = 3840 * 2160;
    private static final int SHORTEST = 16;

    /** The nearest to that picture's, in its proportions as far as these are ordinary. */
    static Encodable of(int width, int height) {
        double byArea = Math.sqrt(LARGEST / ((double) width * height));
        double bySide = (double) LONGEST / Math.max(width, height);
        double scale = Math.min(1, Math.min(byArea, bySide));
        return new Encodable(side(width * scale), side(height * scale));
    }

    private static int side(double length) {
        return Math.max(SHORTEST, (int) length & ~1);
    }
}
