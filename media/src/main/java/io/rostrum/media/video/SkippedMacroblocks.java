package io.rostrum.media.video;

/**
 * The arithmetic code of skipped macroblocks (H.264 section 9.3.4.2).
 *
 * <p>Only what that takes: with a high quantiser "skipped" is the likely symbol from the beginning,
 * so that the unlikely one never has to be coded; the neighbours to the left and above are skipped
 * too, or are not there.
 */
final class SkippedMacroblocks {
    /** The quantiser of the slice; nothing is quantised with it. */
    static final int QUANTISER = 51;

    /** State of the likely symbol at that quantiser: table 9-13, m 23, n 33; equation 9-5. */
    private static final int FIRST_STATE = (23 * QUANTISER >> 4) + 33 - 64;

    private static final int LAST_STATE = 62;

    /** Table 9-45 from the first state on: width of the unlikely symbol by quarter of the range. */
    private static final int[][] UNLIKELY = {
        {16, 20, 23, 27},
        {15, 19, 22, 25},
        {14, 18, 21, 24},
        {14, 17, 20, 23},
        {13, 16, 19, 22},
        {12, 15, 18, 21},
        {12, 14, 17, 20},
        {11, 14, 16, 19},
        {11, 13, 15, 18},
        {10, 12, 15, 17},
        {10, 12, 14, 16},
        {9, 11, 13, 15},
        {9, 11, 12, 14},
        {8, 10, 12, 14},
        {8, 9, 11, 13},
        {7, 9, 11, 12},
        {7, 9, 10, 12},
        {7, 8, 10, 11},
        {6, 8, 9, 11},
        {6, 7, 9, 10},
        {6, 7, 8, 9},
    };

    private final BitWriter out;
    private int low;
    private int range = 510;
    private int outstanding;
    private boolean first = true;

    SkippedMacroblocks(BitWriter out) {
        this.out = out;
    }

    /** Writes so many, and the end of the slice with its stop bit. */
    void write(int count) {
        int state = FIRST_STATE;
        for (int i = 1; i <= count; i++) {
            range -= UNLIKELY[state - FIRST_STATE][range >> 6 & 3];
            renormalise();
            state = Math.min(state + 1, LAST_STATE);
            range -= 2;
            if (i < count) {
                renormalise();
            }
        }
        flush();
    }

    private void renormalise() {
        while (range < 256) {
            if (low < 256) {
                put(0);
            } else if (low >= 512) {
                low -= 512;
                put(1);
            } else {
                low -= 256;
                outstanding++;
            }
            range <<= 1;
            low <<= 1;
        }
    }

    private void put(int bit) {
        if (first) {
            first = false;
        } else {
            out.bit(bit);
        }
        for (; outstanding > 0; outstanding--) {
            out.bit(1 - bit);
        }
    }

    private void flush() {
        low += range;
        range = 2;
        renormalise();
        put(low >> 9 & 1);
        out.bits(low >> 7 & 3 | 1, 2);
    }
}
