package io.rostrum.streaming.vault;

import java.io.IOException;

/** The bucket is away, or refuses: it is asked again. */
final class BucketException extends IOException {
    private static final long serialVersionUID = 1;

    BucketException(String detail, Throwable cause) {
        super(detail, cause);
    }
}
