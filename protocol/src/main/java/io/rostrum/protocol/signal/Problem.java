package io.rostrum.protocol.signal;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, for people and programs (RFC 9457).
 *
 * @param retryAfter seconds after which it may be tried again; null where nothing is said of that
 */
public record Problem(
        String type, String title, int status, String detail, @Nullable Integer retryAfter) {
    public Problem {
        if (retryAfter != null && retryAfter < 0) {
            throw new IllegalArgumentException("seconds: " + retryAfter);
        }
    }

    /** The problem of that code, with what is particular about it this time. */
    public static Problem of(ProblemCode code, String detail) {
        return of(code, detail, null);
    }

    /** The same, that may be tried again after so many seconds. */
    public static Problem of(ProblemCode code, String detail, @Nullable Integer retryAfter) {
        return new Problem(code.type(), code.title(), code.status(), detail, retryAfter);
    }
}
