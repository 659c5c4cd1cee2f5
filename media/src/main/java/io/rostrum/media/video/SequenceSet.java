package io.rostrum.media.video;

import org.jspecify.annotations.Nullable;

/**
 * What a sequence parameter set says of the picture (H.264 section 7.3.2.1.1).
 *
 * @param constraints the byte of constraint flags
 * @param level ten times the level, as in {@code 31} for 3.1
 * @param width of the picture shown, in pixels
 */
public record SequenceSet(int profile, int constraints, int level, int id, int width, int height) {
    private static final int LARGEST_SIDE = 16_384;
    private static final int MOST_REFERENCES = 255;

    /** The set in this NAL unit, or null when it makes no sense. */
    public static @Nullable SequenceSet parse(byte[] unit) {
        return H264.type(unit) == H264.SEQUENCE_SET && unit.length >= 5
                ? new Parser(unit).parse()
                : null;
    }

    /** The {@code profile-level-id} of SDP (RFC 6184 section 8.1). */
    public String profileLevelId() {
        return "%02x%02x%02x".formatted(profile, constraints, level);
    }

    private static final class Parser {
        private final byte[] unit;
        private final BitReader in;

        Parser(byte[] unit) {
            this.unit = unit;
            in = new BitReader(unit, 4, unit.length);
        }

        @Nullable SequenceSet parse() {
            int profile = unit[1] & 0xFF;
            long id = in.unsigned();
            int chroma = isHigh(profile) ? high() : 1;
            in.unsigned();
            if (chroma < 0 || id > 31 || !pictureOrder()) {
                return null;
            }
            in.unsigned();
            in.bit();
            long width = 16 * (in.unsigned() + 1);
            long mapHeight = 16 * (in.unsigned() + 1);
            int frames = in.bit();
            if (frames == 0) {
                in.bit();
            }
            in.bit();
            return crop(profile, (int) id, chroma, frames, width, mapHeight * (2 - frames));
        }

        private static boolean isHigh(int profile) {
            return switch (profile) {
                case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
                default -> false;
            };
        }

        /** Returns chroma_format_idc, or -1. */
        private int high() {
            long chroma = in.unsigned();
            if (chroma == 3) {
                in.bit();
            }
            in.unsigned();
            in.unsigned();
            in.bit();
            if (in.bit() == 1) {
                scalingLists(chroma == 3 ? 12 : 8);
            }
            return chroma > 3 || in.exhausted() ? -1 : (int) chroma;
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
                in.unsigned();
            } else if (type == 1) {
                in.bit();
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
            return type <= 2;
        }

        /** H.264 equations 7-19 to 7-22. */
        private @Nullable SequenceSet crop(
                int profile, int id, int chroma, int frames, long width, long height) {
            long shownWidth = width;
            long shownHeight = height;
            if (in.bit() == 1) {
                int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
                int unitY = (chroma == 1 ? 2 : 1) * (2 - frames);
                shownWidth -= unitX * (in.unsigned() + in.unsigned());
                shownHeight -= unitY * (in.unsigned() + in.unsigned());
            }
            if (in.exhausted() || !isSide(shownWidth) || !isSide(shownHeight)) {
                return null;
            }
            return new SequenceSet(
                    profile,
                    unit[2] & 0xFF,
                    unit[3] & 0xFF,
                    id,
                    (int) shownWidth,
                    (int) shownHeight);
        }

        private static boolean isSide(long pixels) {
            return pixels > 0 && pixels <= LARGEST_SIDE;
        }
    }
}
