package io.rostrum.media.dtls;

/** Who speaks first: the client does. {@code a=setup:active} and {@code passive} of RFC 5763. */
public enum DtlsRole {
    CLIENT,
    SERVER
}
