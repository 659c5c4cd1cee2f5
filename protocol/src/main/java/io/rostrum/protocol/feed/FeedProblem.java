package io.rostrum.protocol.feed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the ingest door may refuse with, as RFC 9457 types. */
public enum FeedProblem {
    BAD_ID(400),
    BAD_REQUEST(400),
    BAD_SEGMENT(400),
    BAD_FEED_KEY(403),
    UNKNOWN_SESSION(404),
    SEGMENT_TIMEOUT(408),
    CHANNEL_ON_AIR(409),
    OUT_OF_ORDER(409),
    OTHER_INIT(409),
    SESSION_ENDED(410),
    SEGMENT_TOO_LARGE(413),
    STORAGE_FULL(507);

    public static final String TYPES = "https://rostrum.io/problems/";

    private final int status;

    FeedProblem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** As in the last part of the type: {@code channel-on-air}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String type() {
        return TYPES + code();
    }

    /** The problem of that type, a whole address; nothing for an unknown one. */
    public static Optional<FeedProblem> ofType(String type) {
        return Arrays.stream(values()).filter(problem -> problem.type().equals(type)).findFirst();
    }
}
