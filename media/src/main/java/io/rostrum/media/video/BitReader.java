package io.rostrum.media.video;

/** Bits of a NAL unit without its emulation prevention bytes (H.264 sections 7.2 and 9.1). */
final class BitReader {
    private final byte[] bytes;
    private final int end;
    private int at;
    private int zeros;
    private int current;
    private int left;
    private boolean exhausted;

    BitReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Whether more was read than there is; what was read then is zeros. */
    boolean exhausted() {
        return exhausted;
    }

    int bit() {
        if (left == 0 && !next()) {
            return 0;
        }
        left--;
        return current >> left & 1;
    }

    private boolean next() {
        if (at < end && zeros >= 2 && bytes[at] == 3) {
            at++;
            zeros = 0;
        }
        if (at >= end) {
            exhausted = true;
            return false;
        }
        current = bytes[at++] & 0xFF;
        zeros = current == 0 ? zeros + 1 : 0;
        left = 8;
        return true;
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /** ue(v): at most 31 leading zeros, else it is garbage. */
    long unsigned() {
        int leading = 0;
        while (bit() == 0) {
            if (exhausted || ++leading > 31) {
                exhausted = true;
                return 0;
            }
        }
        return (1L << leading) - 1 + Integer.toUnsignedLong(bits(leading));
    }

    /** se(v). */
    long signed() {
        long code = unsigned();
        return (code & 1) == 1 ? code + 1 >> 1 : -(code >> 1);
    }
}
