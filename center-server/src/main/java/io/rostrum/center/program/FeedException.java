package io.rostrum.center.program;

import io.rostrum.protocol.feed.FeedFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The streaming server refused or could not be reached; the message is in words for the host. */
final class FeedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable FeedFailure failure;

    private FeedException(@Nullable FeedFailure failure, String message) {
        super(message, null, false, false);
        this.failure = failure;
    }

    /** Worth another attempt. */
    static FeedException passing(String words) {
        return new FeedException(null, words);
    }

    /** No repetition mends it. */
    static FeedException lasting(FeedFailure failure, String words) {
        return new FeedException(failure, words);
    }

    /** Whatever went wrong on the way. */
    static FeedException of(Throwable cause) {
        return cause instanceof FeedException known
                ? known
                : passing("The streaming server cannot be reached: " + words(cause));
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** What no repetition mends; nothing when another attempt may. */
    Optional<FeedFailure> failure() {
        return Optional.ofNullable(failure);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
