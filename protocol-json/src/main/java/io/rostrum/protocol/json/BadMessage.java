package io.rostrum.protocol.json;

import org.jspecify.annotations.Nullable;

/** A text that is no message of ours. */
public final class BadMessage extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable String ref;

    BadMessage(String detail, @Nullable String ref) {
        super(detail, null, false, false);
        this.ref = ref;
    }

    /** The reference, as far as it could be read. */
    public @Nullable String ref() {
        return ref;
    }

    /** What is wrong, for whoever wrote it. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
