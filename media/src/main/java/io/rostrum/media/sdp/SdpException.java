package io.rostrum.media.sdp;

/** A description that cannot be read or met; the message says why in words, for its sender. */
public final class SdpException extends Exception {
    private static final long serialVersionUID = 1;

    public SdpException(String reason) {
        super(reason);
    }

    /** The message, which is always there. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
