package io.rostrum.protocol.cmaf;

import java.util.Optional;

/**
 * Width and height of the pictures that an SPS describes (H.264 section 7.3.2.1.1).
 *
 * <p>A sample entry has to have one: Chromium refuses a picture of 0x0.
 */
public record PictureSize(int width, int height) {
    /** What is said where an SPS cannot be read; decoders go by the SPS in band anyway. */
    static final PictureSize UNKNOWN = new PictureSize(1280, 720);

    private static final int MAX_MACROBLOCKS = 1024;

    static PictureSize of(byte[] sps) {
        return read(sps).orElse(UNKNOWN);
    }

    /** Nothing where the SPS cannot be read. */
    public static Optional<PictureSize> read(byte[] sps) {
        try {
            return Optional.of(new Reader(sps).read());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Reads bits; the bytes that prevent start codes are taken out first. */
    private static final class Reader {
        private final byte[] bytes;
        private int count;
        private int bit = 8; // behind the NAL unit header

        Reader(byte[] sps) {
            bytes = new byte[sps.length];
            for (int i = 0; i < sps.length; i++) {
                boolean prevention = i > 2 && sps[i] == 3 && sps[i - 1] == 0 && sps[i - 2] == 0;
                if (!prevention) {
                    bytes[count++] = sps[i];
                }
            }
        }

        PictureSize read() {
            int profile = bits(8);
            bits(16); // constraints, level
            unsigned(); // id
            int chroma = 1;
            if (hasChroma(profile)) {
                chroma = unsigned();
                if (chroma == 3) {
                    bits(1);
                }
                unsigned();
                unsigned();
                bits(1);
                if (bits(1) == 1) {
                    throw new IllegalArgumentException("scaling matrices are not read");
                }
            }
            unsigned(); // frame number
            order();
            unsigned(); // reference frames
            bits(1);
            int width = macroblocks(unsigned());
            int rows = macroblocks(unsigned());
            int frameOnly = bits(1);
            if (frameOnly == 0) {
                bits(1);
            }
            bits(1);
            int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
            int unitY = (chroma == 1 ? 2 : 1) * (2 - frameOnly);
            int height = rows * (2 - frameOnly);
            boolean cropped = bits(1) == 1;
            int x = cropped ? (crop() + crop()) * unitX : 0;
            int y = cropped ? (crop() + crop()) * unitY : 0;
            if (x >= width || y >= height) {
                throw new IllegalArgumentException("nothing is left of the picture");
            }
            return new PictureSize(width - x, height - y);
        }

        private static boolean hasChroma(int profile) {
            return profile == 100 || profile == 110 || profile == 122 || profile == 244;
        }

        /** Picture order count. */
        private void order() {
            int type = unsigned();
            if (type == 0) {
                unsigned();
            } else if (type == 1) {
                bits(1);
                unsigned();
                unsigned();
                for (int i = unsigned(); i > 0; i--) {
                    unsigned();
                }
            }
        }

        private static int macroblocks(int minusOne) {
            if (minusOne >= MAX_MACROBLOCKS) {
                throw new IllegalArgumentException("too large");
            }
            return (minusOne + 1) * 16;
        }

        private int crop() {
            return Math.min(unsigned(), 0xFFFF);
        }

        /** Section 9.1; signed values have the same length. */
        private int unsigned() {
            int zeros = 0;
            while (bits(1) == 0) {
                if (++zeros > 24) {
                    throw new IllegalArgumentException("too large");
                }
            }
            return (1 << zeros) - 1 + bits(zeros);
        }

        private int bits(int wanted) {
            int value = 0;
            for (int i = 0; i < wanted; i++, bit++) {
                if (bit >> 3 >= count) {
                    throw new IllegalArgumentException("ends too early");
                }
                value = value << 1 | bytes[bit >> 3] >> 7 - (bit & 7) & 1;
            }
            return value;
        }
    }
}
