package io.rostrum.media.video;

import org.jspecify.annotations.Nullable;

/**
 * What a picture parameter set says of its slices (H.264 section 7.3.2.2).
 *
 * @param cabac whether slices are coded arithmetically
 * @param orderOfBottom whether slices tell the order of the bottom field
 * @param references num_ref_idx_l0_default_active
 * @param weighted whether P slices carry weights
 * @param quantiser the quantiser with which slices begin
 * @param deblocking whether slices tell how edges are smoothed
 * @param redundant whether slices tell whether they are redundant
 */
record PictureSet(
        int id,
        int sequence,
        boolean cabac,
        boolean orderOfBottom,
        long references,
        boolean weighted,
        int quantiser,
        boolean deblocking,
        boolean redundant) {
    /** The set in this NAL unit; null where it makes no sense or has several groups of slices. */
    static @Nullable PictureSet parse(byte[] unit) {
        BitReader in = new BitReader(unit, 1, unit.length);
        long id = in.unsigned();
        long sequence = in.unsigned();
        boolean cabac = in.bit() == 1;
        boolean bottom = in.bit() == 1;
        boolean groups = in.unsigned() > 0;
        long references = in.unsigned() + 1;
        in.unsigned();
        boolean weighted = in.bit() == 1;
        in.bits(2);
        long quantiser = 26 + in.signed();
        in.signed();
        in.signed();
        boolean deblocking = in.bit() == 1;
        in.bit();
        boolean redundant = in.bit() == 1;
        if (in.exhausted() || groups || id > 255 || sequence > 31) {
            return null;
        }
        return new PictureSet(
                (int) id,
                (int) sequence,
                cabac,
                bottom,
                references,
                weighted,
                Math.clamp(quantiser, -62, 51),
                deblocking,
                redundant);
    }
}
