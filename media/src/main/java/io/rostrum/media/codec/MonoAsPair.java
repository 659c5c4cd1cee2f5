package io.rostrum.media.codec;

import java.util.Arrays;

/**
 * Makes a stereo frame of a mono one without coding it again: the middle of a pair whose sides are
 * silent.
 *
 * <p>ISO/IEC 14496-3 section 4.4.2: a single channel element becomes a channel pair element with a
 * common window and middle and side in all bands ({@code ms_mask_present} 2). The middle's bits are
 * copied as they are; the side's are those of a channel in which every band is zero. A decoder
 * gives both channels exactly what it would give for the mono frame. This holds for frames without
 * noise substitution and temporal noise shaping, which a decoder applies to each channel of its
 * own.
 */
final class MonoAsPair {
    // section 4.5.2.1, table 4.85: id_syn_ele
    private static final int SINGLE = 0;
    private static final int PAIR = 1;
    private static final int END = 7;

    /** Section 4.5.2.3, table 4.132: window_sequence. */
    private static final int EIGHT_SHORT = 2;

    private final BitReader in;
    private final BitWriter out;

    private MonoAsPair(byte[] mono) {
        in = new BitReader(mono);
        out = new BitWriter(mono.length + 16);
    }

    /**
     * @param mono a raw frame of one single channel element
     * @throws CodecException for any other
     */
    static byte[] of(byte[] mono) {
        return new MonoAsPair(mono).pair(lastBit(mono) + 1 - 3);
    }

    /**
     * @param end where the single channel element ends; the end mark follows, all ones, then zeros
     */
    private byte[] pair(int end) {
        if (end < 20 || in.read(3) != SINGLE) {
            throw new CodecException("not a frame of one channel");
        }
        out.write(PAIR, 3);
        out.write(in.read(4), 4); // element_instance_tag
        out.write(1, 1); // common_window
        int gain = in.read(8);
        Bands bands = windows();
        out.write(2, 2); // ms_mask_present: all
        out.write(gain, 8);
        copy(end);
        out.write(0, 8); // global_gain of the side
        bands.silent(out);
        out.write(0, 3); // no pulses, no noise shaping, no gain control
        out.write(END, 3);
        return out.bytes();
    }

    /** Table 4.6, {@code ics_info}: copied, since both channels have it in common now. */
    private Bands windows() {
        out.write(in.peek(4), 4); // ics_reserved_bit, window_sequence, window_shape
        int sequence = in.read(3) & 3;
        in.read(1);
        boolean isShort = sequence == EIGHT_SHORT;
        int size = isShort ? 4 : 6;
        int most = in.read(size);
        out.write(most, size);
        int rest = isShort ? 7 : 1; // scale_factor_grouping, or predictor_data_present
        int grouping = in.read(rest);
        out.write(grouping, rest);
        return new Bands(isShort, most, isShort ? 8 - Integer.bitCount(grouping) : 1);
    }

    private void copy(int end) {
        while (in.at() < end) {
            int bits = Math.min(24, end - in.at());
            out.write(in.read(bits), bits);
        }
    }

    private static int lastBit(byte[] frame) {
        int last = frame.length - 1;
        while (last >= 0 && frame[last] == 0) {
            last--;
        }
        return last < 0 ? -1 : 8 * last + 7 - Integer.numberOfTrailingZeros(frame[last] & 0xFF);
    }

    /**
     * The sections of a channel that is silent: one for each group of windows, of codebook 0.
     *
     * @param most max_sfb
     * @param groups of windows
     */
    private record Bands(boolean isShort, int most, int groups) {
        /** Table 4.52, {@code section_data}. */
        void silent(BitWriter out) {
            int bits = isShort ? 3 : 5;
            int escape = (1 << bits) - 1;
            for (int group = 0; group < groups && most > 0; group++) {
                out.write(0, 4);
                int left = most;
                for (; left >= escape; left -= escape) {
                    out.write(escape, bits);
                }
                out.write(left, bits);
            }
        }
    }

    /** Reads up to 24 bits, the highest first; zeros behind the end. */
    private static final class BitReader {
        private final byte[] bytes;
        private int at;

        BitReader(byte[] bytes) {
            this.bytes = bytes;
        }

        int at() {
            return at;
        }

        int peek(int count) {
            int window = 0;
            for (int i = at >> 3; i <= (at >> 3) + 3; i++) {
                window = window << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0);
            }
            return (window << (at & 7)) >>> (32 - count);
        }

        int read(int count) {
            int value = peek(count);
            at += count;
            return value;
        }
    }

    /** Writes up to 24 bits, the highest first. */
    private static final class BitWriter {
        private final byte[] bytes;
        private int length;
        private int pending;
        private int held;

        BitWriter(int most) {
            bytes = new byte[most];
        }

        void write(int value, int count) {
            pending = pending << count | value;
            for (held += count; held >= 8; held -= 8) {
                bytes[length++] = (byte) (pending >> (held - 8));
            }
        }

        byte[] bytes() {
            if (held > 0) {
                write(0, 8 - held);
            }
            return Arrays.copyOf(bytes, length);
        }
    }
}
