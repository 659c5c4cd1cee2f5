package io.rostrum.media.rtp;

import java.util.Arrays;

/** Which of the last numbers have come; what is older counts as come. */
final class ReceivedWindow {
    private static final int SIZE = 4096;
    private final long[] bits = new long[SIZE / 64];
    private long end = -1;

    /** Notes a number; false when it was there before or is too old to tell. */
    boolean add(long number) {
        if (end < 0) {
            end = number;
        }
        if (number <= end - SIZE) {
            return false;
        }
        advance(number);
        int word = (int) (number / 64 % bits.length);
        long bit = 1L << (int) (number % 64);
        boolean fresh = (bits[word] & bit) == 0;
        bits[word] |= bit;
        return fresh;
    }

    private void advance(long number) {
        for (long passed = Math.max(end + 1, number - SIZE + 1); passed <= number; passed++) {
            bits[(int) (passed / 64 % bits.length)] &= ~(1L << (int) (passed % 64));
        }
        end = Math.max(end, number);
    }

    boolean contains(long number) {
        if (end < 0 || number > end) {
            return false;
        }
        return number <= end - SIZE
                || (bits[(int) (number / 64 % bits.length)] & 1L << (int) (number % 64)) != 0;
    }

    void clear() {
        Arrays.fill(bits, 0);
        end = -1;
    }
}
