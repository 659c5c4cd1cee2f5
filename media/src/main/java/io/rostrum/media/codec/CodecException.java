package io.rostrum.media.codec;

/** A codec that cannot be set up on this machine, or was set up wrongly: for the operator. */
public final class CodecException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CodecException(String message) {
        super(message);
    }

    public CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
