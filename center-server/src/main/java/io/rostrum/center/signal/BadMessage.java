package io.rostrum.center.signal;

import org.jspecify.annotations.Nullable;

/** A text that is no message of ours. */
final class BadMessage extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable String ref;

    BadMessage(String detail, @Nullable String ref) {
        super(detail, null, false, false);
        this.ref = ref;
    }

    /** The reference, as far as it could be read. */
    @Nullable String ref() {
        return ref;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
