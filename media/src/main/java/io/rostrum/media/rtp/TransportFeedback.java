package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;

/**
 * The chunks of transport-wide feedback: run lengths and status vectors
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01 sections 3.1.1 to 3.1.4).
 */
final class TransportFeedback {
    /** Symbols; each is also the number of bytes of its delta. */
    static final byte MISSING = 0;

    static final byte SMALL = 1;
    static final byte LARGE = 2;

    private static final int LONGEST_RUN = 0x1FFF;
    private static final int VECTOR = 0x8000;
    private static final int TWO_BIT = 0x4000;

    private TransportFeedback() {}

    static byte symbolOf(int delta) {
        return delta >= 0 && delta <= 255 ? SMALL : LARGE;
    }

    /** Writes the chunk that tells most from {@code from} on; returns how many it tells. */
    static int writeChunk(Buffer buffer, int at, byte[] symbols, int from, int end) {
        int run = run(symbols, from, end);
        int oneBit = oneBit(symbols, from, end);
        int vector = oneBit > 7 ? oneBit : Math.min(7, end - from);
        if (run >= vector) {
            buffer.put16(at, symbols[from] << 13 | run);
            return run;
        }
        return oneBit > 7
                ? writeOneBit(buffer, at, symbols, from, oneBit)
                : writeTwoBit(buffer, at, symbols, from, vector);
    }

    private static int run(byte[] symbols, int from, int end) {
        int run = 1;
        while (from + run < end && run < LONGEST_RUN && symbols[from + run] == symbols[from]) {
            run++;
        }
        return run;
    }

    /** How many of the next 14 a vector of one-bit symbols could tell. */
    private static int oneBit(byte[] symbols, int from, int end) {
        int most = Math.min(14, end - from);
        for (int i = 0; i < most; i++) {
            if (symbols[from + i] == LARGE) {
                return 0;
            }
        }
        return most;
    }

    private static int writeOneBit(Buffer buffer, int at, byte[] symbols, int from, int count) {
        int chunk = VECTOR;
        for (int i = 0; i < count; i++) {
            chunk |= symbols[from + i] << 13 - i;
        }
        buffer.put16(at, chunk);
        return count;
    }

    private static int writeTwoBit(Buffer buffer, int at, byte[] symbols, int from, int count) {
        int chunk = VECTOR | TWO_BIT;
        for (int i = 0; i < count; i++) {
            chunk |= symbols[from + i] << 12 - 2 * i;
        }
        buffer.put16(at, chunk);
        return count;
    }

    /** Reads a chunk into symbols; returns how many it told, at most up to {@code end}. */
    static int readChunk(int chunk, byte[] symbols, int from, int end) {
        if ((chunk & VECTOR) == 0) {
            int run = Math.min(chunk & LONGEST_RUN, end - from);
            for (int i = 0; i < run; i++) {
                symbols[from + i] = (byte) (chunk >> 13 & 3);
            }
            return run;
        }
        boolean twoBit = (chunk & TWO_BIT) != 0;
        int count = Math.min(twoBit ? 7 : 14, end - from);
        for (int i = 0; i < count; i++) {
            symbols[from + i] = (byte) (twoBit ? chunk >> 12 - 2 * i & 3 : chunk >> 13 - i & 1);
        }
        return count;
    }
}
