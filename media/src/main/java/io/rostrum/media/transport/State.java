package io.rostrum.media.transport;

/** How the path to a peer stands. */
public sealed interface State {
    /** Nothing can be sent yet. */
    record New() implements State {}

    /** Media flows both ways. */
    record Connected() implements State {}

    /**
     * Nothing was heard of the peer for {@link Transport#SILENCE}; media is still sent. It becomes
     * connected with the next thing that is heard, or lost.
     */
    record Disconnected() implements State {}

    /** The peer's consent ran out (RFC 7675): nothing is sent any more, and it never comes back. */
    record Lost() implements State {}

    /** It will never be connected: {@code reason} in words, for the operator. */
    record Failed(String reason) implements State {}

    /**
     * It was connected, and nothing that the keys open came within {@link Transport#FIRST_MEDIA}:
     * nobody is there who wants to hear or be heard.
     */
    record Silent() implements State {}

    /** Either side ended it. */
    record Closed() implements State {}

    /** Whether media is sent and taken. */
    default boolean isOpen() {
        return this instanceof Connected || this instanceof Disconnected;
    }

    /** Whether this is how it stays. */
    default boolean isOver() {
        return this instanceof Lost
                || this instanceof Failed
                || this instanceof Silent
                || this instanceof Closed;
    }
}
