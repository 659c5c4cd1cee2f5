package io.rostrum.token;

/** A token that proves nothing. */
public final class BadTokenException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Reason {
        MALFORMED,
        FORGED,
        EXPIRED,
        OF_ANOTHER_KIND
    }

    private final Reason reason;

    BadTokenException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
