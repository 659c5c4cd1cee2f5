package io.rostrum.protocol.signal;

/** What went wrong, for people and programs (RFC 9457). */
public record Problem(String type, String title, int status, String detail) {
    /** The problem of that code, with what is particular about it this time. */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code.type(), code.title(), code.status(), detail);
    }
}
