package io.rostrum.load.scene;

import io.rostrum.media.codec.Picture;
import java.util.HexFormat;
import java.util.Locale;

/** Writes text of 5 by 7 dots, so that no font of the system is needed. */
final class Letters {
    static final int WIDTH = 6;
    static final int HEIGHT = 7;

    private static final String KNOWN = " -.:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Five columns for each character, the lowest bit on top. */
    private static final byte[] DOTS =
            HexFormat.of()
                    .parseHex(
                            """
                            0000000000 0808080808 0060600000 0036360000
                            3e5149453e 00427f4000 4261514946 2141454b31 1814127f10
                            2745454539 3c4a494930 0171090503 3649494936 064949291e
                            7e1111117e 7f49494936 3e41414122 7f4141221c 7f49494941
                            7f09090901 3e4149497a 7f0808087f 00417f4100 2040413f01
                            7f08142241 7f40404040 7f020c027f 7f0408107f 3e4141413e
                            7f09090906 3e4151215e 7f09192946 4649494931 01017f0101
                            3f4040403f 1f2040201f 3f4038403f 6314081463 0708700807
                            6151494543\
                            """
                                    .replaceAll("\\s", ""));

    private Letters() {}

    /** Pixels from the first letter to behind the last. */
    static int width(String text, int scale) {
        return text.length() * WIDTH * scale;
    }

    /** White letters on whatever is there; what does not fit is cut off. */
    static void write(Picture picture, String text, int left, int top, int scale) {
        String capitals = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < capitals.length(); i++) {
            int letter = Math.max(0, KNOWN.indexOf(capitals.charAt(i)));
            for (int column = 0; column < 5; column++) {
                int bits = DOTS[letter * 5 + column];
                int x = left + (i * WIDTH + column) * scale;
                for (int row = 0; row < HEIGHT; row++) {
                    if ((bits >> row & 1) != 0) {
                        Brush.box(picture, x, top + row * scale, scale, scale, 235, 128, 128);
                    }
                }
            }
        }
    }
}
