package io.rostrum.protocol.cmaf;

/** The bytes are not the CMAF that we take; the message says why in words. */
public final class CmafException extends Exception {
    private static final long serialVersionUID = 1L;

    public CmafException(String message) {
        super(message);
    }
}
