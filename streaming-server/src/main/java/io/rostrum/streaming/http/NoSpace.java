package io.rostrum.streaming.http;

import java.io.IOException;

/** The disk has no room for what was asked: 507, in words for the one who asked. */
public final class NoSpace extends IOException {
    private static final long serialVersionUID = 1;

    public NoSpace(String words, Throwable cause) {
        super(words, cause);
    }
}
