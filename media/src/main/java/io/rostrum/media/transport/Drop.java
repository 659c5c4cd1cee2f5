package io.rostrum.media.transport;

/** Why a packet went no further. */
public enum Drop {
    /** Neither STUN nor DTLS nor media, or a broken one of them. */
    MALFORMED,
    /** STUN for another session, or made with other keys. */
    FOREIGN_CHECK,
    /** From an address that never proved to be the peer's. */
    UNKNOWN_SOURCE,
    /** Media before the keys are agreed on, or after the end. */
    WITHOUT_KEYS,
    /** DTLS faster than the handshake reads, or after it is over. */
    DTLS_OVERFLOW,
    /** Media that was not made with the peer's keys. */
    FORGED,
    /** Media seen before. */
    REPLAYED,
    /** Media of more sources than one peer may have. */
    TOO_MANY_SOURCES,
    /** Ours: more than an address may get that did not prove yet to be the peer's. */
    UNPROVEN,
    /** Ours: to send while there is nobody to send to. */
    NOT_CONNECTED;

    /** Before the connection stood, or after it: nothing that anybody would have got. */
    boolean isBeside() {
        return this == WITHOUT_KEYS || this == NOT_CONNECTED || this == DTLS_OVERFLOW;
    }
}
