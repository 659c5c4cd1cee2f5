package io.rostrum.media.video;

/**
 * Writes a picture of which every macroblock is skipped: it looks as the one before, and no other
 * picture refers to it (H.264 sections 7.3.3 and 7.3.4).
 */
final class SkippedSlice {
    /** nal_ref_idc 0, a slice of a picture that is no IDR. */
    private static final int HEADER = 1;

    /** Every slice of the picture is a P slice. */
    private static final int ONLY_P = 5;

    private SkippedSlice() {}

    /**
     * @param frameNum of the reference picture before
     * @param order pic_order_cnt_lsb of the picture before
     */
    static byte[] write(SequenceFields sequence, PictureSet picture, int frameNum, int order) {
        BitWriter out = new BitWriter();
        out.unsigned(0).unsigned(ONLY_P).unsigned(picture.id());
        out.bits(frameNum + 1, sequence.frameNumBits());
        order(out, sequence, picture, order);
        if (picture.redundant()) {
            out.unsigned(0);
        }
        references(out, sequence, picture);
        if (picture.cabac()) {
            out.unsigned(0);
            signed(out, SkippedMacroblocks.QUANTISER - picture.quantiser());
        } else {
            signed(out, 0);
        }
        if (picture.deblocking()) {
            out.unsigned(1);
        }
        macroblocks(out, picture.cabac(), (int) sequence.macroblocks());
        return out.unit(HEADER);
    }

    private static void order(
            BitWriter out, SequenceFields sequence, PictureSet picture, int order) {
        boolean counted = sequence.orderType() == 0;
        if (counted) {
            out.bits(order + 1, sequence.orderBits());
        } else if (sequence.orderDeltas()) {
            signed(out, 0);
        }
        if (picture.orderOfBottom() && (counted || sequence.orderDeltas())) {
            signed(out, 0);
        }
    }

    /** One reference, the latest, with no weight. */
    private static void references(BitWriter out, SequenceFields sequence, PictureSet picture) {
        if (picture.references() > 1) {
            out.bit(1).unsigned(0);
        } else {
            out.bit(0);
        }
        out.bit(0);
        if (picture.weighted()) {
            out.unsigned(0);
            if (sequence.chroma() != 0) {
                out.unsigned(0);
            }
            out.bit(0);
            if (sequence.chroma() != 0) {
                out.bit(0);
            }
        }
    }

    private static void macroblocks(BitWriter out, boolean cabac, int count) {
        if (cabac) {
            while (!out.aligned()) {
                out.bit(1);
            }
            new SkippedMacroblocks(out).write(count);
        } else {
            out.unsigned(count);
            out.bit(1);
        }
        while (!out.aligned()) {
            out.bit(0);
        }
    }

    /** se(v). */
    private static void signed(BitWriter out, int value) {
        out.unsigned(value > 0 ? 2 * value - 1 : -2 * value);
    }
}
