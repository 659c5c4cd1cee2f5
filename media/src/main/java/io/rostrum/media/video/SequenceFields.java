package io.rostrum.media.video;

import org.jspecify.annotations.Nullable;

/** Reads a sequence parameter set field by field (H.264 section 7.3.2.1.1). */
final class SequenceFields {
    private static final int LARGEST_SIDE = 16_384;

    /** Of a frame, at the highest level (H.264 table A-1, level 6.2). */
    private static final int MOST_MACROBLOCKS = 139_264;

    private static final int MOST_REFERENCES = 255;
    private static final int LONGEST_COUNTER = 16;

    private final byte[] unit;
    private final BitReader in;
    private int chroma = 1;
    private boolean separatePlanes;
    private int frameNumBits;
    private int orderType;
    private int orderBits;
    private boolean orderDeltas;
    private long references;
    private long columns;
    private long rows;
    private boolean frames;
    private @Nullable SequenceSet set;

    private SequenceFields(byte[] unit) {
        this.unit = unit;
        in = new BitReader(unit, 4, unit.length);
    }

    /** The fields of this NAL unit, or null when it makes no sense. */
    static @Nullable SequenceFields parse(byte[] unit) {
        if (H264.type(unit) != H264.SEQUENCE_SET || unit.length < 5) {
            return null;
        }
        SequenceFields fields = new SequenceFields(unit);
        fields.set = fields.read();
        return fields.set == null ? null : fields;
    }

    SequenceSet set() {
        if (set == null) {
            throw new IllegalStateException("not parsed");
        }
        return set;
    }

    /** ChromaArrayType; 0 where there are no chroma samples beside the luma. */
    int chroma() {
        return separatePlanes ? 0 : chroma;
    }

    boolean separatePlanes() {
        return separatePlanes;
    }

    /** Bits of frame_num. */
    int frameNumBits() {
        return frameNumBits;
    }

    /** pic_order_cnt_type. */
    int orderType() {
        return orderType;
    }

    /** Bits of pic_order_cnt_lsb. */
    int orderBits() {
        return orderBits;
    }

    /** Whether slices of pic_order_cnt_type 1 carry differences. */
    boolean orderDeltas() {
        return orderDeltas;
    }

    /** max_num_ref_frames. */
    long references() {
        return references;
    }

    /** Whether there are no fields. */
    boolean framesOnly() {
        return frames;
    }

    /** Macroblocks of a frame. */
    long macroblocks() {
        return columns * rows;
    }

    private @Nullable SequenceSet read() {
        int profile = unit[1] & 0xFF;
        long id = in.unsigned();
        chroma = isHigh(profile) ? high() : 1;
        frameNumBits = counter();
        if (chroma < 0 || id > 31 || !pictureOrder()) {
            return null;
        }
        references = in.unsigned();
        in.bit();
        columns = in.unsigned() + 1;
        long mapRows = in.unsigned() + 1;
        frames = in.bit() == 1;
        rows = frames ? mapRows : 2 * mapRows;
        if (!frames) {
            in.bit();
        }
        in.bit();
        return crop(profile, (int) id);
    }

    /** The length of a counter as it is told: less four. */
    private int counter() {
        return (int) Math.min(in.unsigned() + 4, LONGEST_COUNTER);
    }

    private static boolean isHigh(int profile) {
        return switch (profile) {
            case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
            default -> false;
        };
    }

    /** Returns chroma_format_idc, or -1. */
    private int high() {
        long format = in.unsigned();
        separatePlanes = format == 3 && in.bit() == 1;
        in.unsigned();
        in.unsigned();
        in.bit();
        if (in.bit() == 1) {
            scalingLists(format == 3 ? 12 : 8);
        }
        return format > 3 || in.exhausted() ? -1 : (int) format;
    }

    private void scalingLists(int count) {
        for (int list = 0; list < count; list++) {
            if (in.bit() == 1) {
                scalingList(list < 6 ? 16 : 64);
            }
        }
    }

    private void scalingList(int size) {
        long last = 8;
        long next = 8;
        for (int i = 0; i < size && !in.exhausted(); i++) {
            if (next != 0) {
                next = (last + in.signed() + 256) % 256;
            }
            last = next == 0 ? last : next;
        }
    }

    private boolean pictureOrder() {
        long type = in.unsigned();
        if (type == 0) {
            orderBits = counter();
        } else if (type == 1) {
            orderDeltas = in.bit() == 0;
            in.signed();
            in.signed();
            long cycle = in.unsigned();
            if (cycle > MOST_REFERENCES) {
                return false;
            }
            for (int i = 0; i < cycle; i++) {
                in.signed();
            }
        }
        orderType = (int) Math.min(type, 3);
        return type <= 2;
    }

    /** H.264 equations 7-19 to 7-22. */
    private @Nullable SequenceSet crop(int profile, int id) {
        long width = 16 * columns;
        long height = 16 * rows;
        if (!isSide(width) || !isSide(height) || macroblocks() > MOST_MACROBLOCKS) {
            return null; // whatever is cut off of it: it would have to be coded
        }
        if (in.bit() == 1) {
            int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
            int unitY = (chroma == 1 ? 2 : 1) * (frames ? 1 : 2);
            width -= unitX * (in.unsigned() + in.unsigned());
            height -= unitY * (in.unsigned() + in.unsigned());
        }
        if (in.exhausted() || !isSide(width) || !isSide(height)) {
            return null;
        }
        int constraints = unit[2] & 0xFF;
        return new SequenceSet(profile, constraints, unit[3] & 0xFF, id, (int) width, (int) height);
    }

    private static boolean isSide(long pixels) {
        return pixels > 0 && pixels <= LARGEST_SIDE;
    }
}
