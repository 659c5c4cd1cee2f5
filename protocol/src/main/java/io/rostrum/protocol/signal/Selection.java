package io.rostrum.protocol.signal;

/** How a picture is named. */
public sealed interface Selection {
    /** The picture of one participant. */
    record Participant(String id) implements Selection {}

    /** The picture of the active speaker, never one's own. */
    record Speaker() implements Selection {}

    /** No picture. */
    record None() implements Selection {}

    static Selection participant(String id) {
        return new Participant(id);
    }

    static Selection speaker() {
        return new Speaker();
    }

    static Selection none() {
        return new None();
    }

    /** Whether this names that very participant. */
    default boolean names(String id) {
        return this instanceof Participant participant && participant.id().equals(id);
    }
}
