package io.rostrum.protocol.signal;

/**
 * What the host should know of a source that is, or is to come, on air.
 *
 * @param participant whose picture it is about
 */
public record BroadcastWarning(Code code, String participant) {
    /** What is wrong. */
    public enum Code implements WireNamed {
        /** Picture and sound come so far apart that they cannot be kept in step. */
        OUT_OF_STEP,
        /** The picture cannot be brought into the program's coding. */
        NOT_CONVERTED;

        /** As it stands in a message: {@code out-of-step}. */
        @Override
        public String wireName() {
            return Wire.name(this);
        }
    }
}
