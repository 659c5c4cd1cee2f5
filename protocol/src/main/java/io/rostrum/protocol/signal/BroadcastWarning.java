package io.rostrum.protocol.signal;

import org.jspecify.annotations.Nullable;

/**
 * What the host should know of a source that is, or is to come, on air.
 *
 * @param participant whose picture it is about; null: nobody's
 */
public record BroadcastWarning(Code code, @Nullable String participant) {
    /** What is wrong. */
    public enum Code implements WireNamed {
        /** Picture and sound come so far apart that they cannot be kept in step. */
        OUT_OF_STEP,
        /** The picture cannot be brought into the program's coding. */
        NOT_CONVERTED,
        /** No card can be drawn: the stand-by picture is on air in its place. */
        NO_CARD;

        /** As it stands in a message: {@code out-of-step}. */
        @Override
        public String wireName() {
            return Wire.name(this);
        }
    }
}
