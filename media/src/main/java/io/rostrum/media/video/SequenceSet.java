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
    /** The set in this NAL unit, or null when it makes no sense. */
    public static @Nullable SequenceSet parse(byte[] unit) {
        SequenceFields fields = SequenceFields.parse(unit);
        return fields == null ? null : fields.set();
    }

    /** The {@code profile-level-id} of SDP (RFC 6184 section 8.1). */
    public String profileLevelId() {
        return "%02x%02x%02x".formatted(profile, constraints, level);
    }
}
