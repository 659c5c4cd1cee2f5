package io.rostrum.media.transport;

/** How the path to a peer stands. */
public sealed interface State {
    /** Nothing can be sent yet. */
    record New() implements State {}

    /** Media flows both ways. */
    record Connected() implements State {}

    /** The peer's consent ran out (RFC 7675): nothing is sent. A valid check makes it connected. */
    record Disconnected() implements State {}

    /** It will never be connected: {@code reason} in words, for the operator. */
    record Failed(String reason) implements State {}

    /** Either side ended it. */
    record Closed() implements State {}

    /** Whether this is how it stays. */
    default boolean isOver() {
        return this instanceof Failed || this instanceof Closed;
    }
}
