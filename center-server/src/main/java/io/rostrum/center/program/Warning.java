package io.rostrum.center.program;

/**
 * What the host should know of a source that is, or is to come, on air.
 *
 * @param source id of the participant; empty: of none
 */
public record Warning(Kind kind, String source) {
    /** What is wrong with it. */
    public enum Kind {
        /** Picture and sound come so far apart that they cannot be kept in step. */
        OUT_OF_STEP,
        /** Its picture cannot be brought into the program's coding. */
        NOT_CONVERTED,
        /** No card can be drawn; it is about no source. */
        NO_CARD
    }
}
