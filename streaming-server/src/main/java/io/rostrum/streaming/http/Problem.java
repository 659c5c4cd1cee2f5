package io.rostrum.streaming.http;

import io.rostrum.http.ProblemReply;
import io.rostrum.protocol.feed.FeedProblem;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Why a request was refused, for the one who asked (RFC 9457). */
public record Problem(String code, int status, String title, String detail) {
    public static Problem of(FeedProblem problem, String detail) {
        String title = problem.code().replace('-', ' ');
        return new Problem(problem.code(), problem.status(), title, detail);
    }

    public static Problem badId() {
        return of(FeedProblem.BAD_ID, "An id is 1 to 64 of A-Z, a-z, 0-9, _ and -.");
    }

    public static Problem notOnAir(String channel) {
        return new Problem(
                "not-on-air", 404, "not on air", "Channel " + channel + " is not on air now.");
    }

    public static Problem unknownRecording(String id) {
        return new Problem(
                "unknown-recording", 404, "unknown recording", "There is no recording " + id + ".");
    }

    public static Problem unknownAnnouncement(String id) {
        return new Problem(
                "unknown-announcement",
                404,
                "unknown announcement",
                "There is no announcement " + id + ".");
    }

    /** For an address that cannot be that of a channel. */
    static Problem unknownChannel() {
        return new Problem(
                "unknown-channel",
                404,
                "unknown channel",
                "A channel's name is 1 to 64 of A-Z, a-z, 0-9, _ and -.");
    }

    public static Problem notFound() {
        return new Problem("not-found", 404, "not found", "There is nothing at this address.");
    }

    /** The same for whatever is private, so that it tells a stranger nothing. */
    public static Problem notForYou() {
        return new Problem(
                "private",
                403,
                "private",
                "This is private: it takes the password or an invitation.");
    }

    public static Problem badRequest(String detail) {
        return of(FeedProblem.BAD_REQUEST, detail);
    }

    /** The disk is full; the operator is told by readiness and in the log. */
    static Problem noSpace(@Nullable String words) {
        return of(
                FeedProblem.STORAGE_FULL, words == null ? "There is no room on the disk." : words);
    }

    public static Problem tooManyRequests(String detail) {
        return new Problem("too-many-requests", 429, "too many requests", detail);
    }

    public static Problem unsupportedType(String detail) {
        return new Problem("unsupported-type", 415, "unsupported type", detail);
    }

    public static Problem internal() {
        return new Problem(
                "internal", 500, "internal error", "The server failed; its log says why.");
    }

    JsonObject toJson() {
        return ProblemReply.json(FeedProblem.TYPES + code, title, status, detail);
    }
}
