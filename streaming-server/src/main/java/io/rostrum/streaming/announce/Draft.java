package io.rostrum.streaming.announce;

import io.rostrum.protocol.text.Words;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a host says of a program to come. */
record Draft(String title, String host, String description, Instant startsAt, Duration length) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 4000;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration LATE = Duration.ofHours(1);
    private static final Duration FARTHEST = Duration.ofDays(400);
    private static final String FORM = "startsAt is like 2026-11-20T10:00:00Z.";

    static final Draft EMPTY = new Draft("", "", "", Instant.EPOCH, Duration.ofHours(1));

    /**
     * These words put over those.
     *
     * @throws Refusal where a field is not what it should be
     */
    static Draft read(JsonObject json, Draft before) {
        Draft draft =
                new Draft(
                        Words.line(text(json, "title", before.title, LONGEST_TITLE)),
                        Words.line(text(json, "host", before.host, LONGEST_TITLE)),
                        Words.lines(
                                text(json, "description", before.description, LONGEST_DESCRIPTION)),
                        instant(json, before.startsAt),
                        length(json, before.length));
        if (draft.title.isEmpty()) {
            throw refusal("An announcement needs a title.");
        }
        return draft;
    }

    /**
     * @throws Refusal where its time lies too far away
     */
    Draft checked(Instant now) {
        if (startsAt.isBefore(now.minus(LATE)) || startsAt.isAfter(now.plus(FARTHEST))) {
            throw refusal("startsAt lies in the time to come, at most 400 days away.");
        }
        return this;
    }

    private static String text(JsonObject json, String name, String before, int longest) {
        Object value = json.getValue(name);
        if (value == null) {
            return before;
        }
        if (!(value instanceof String text) || text.length() > longest) {
            throw refusal(name + " is a text of at most " + longest + " characters.");
        }
        return text;
    }

    private static Instant instant(JsonObject json, Instant before) {
        Object value = json.getValue("startsAt");
        if (value == null) {
            if (before.equals(Instant.EPOCH)) {
                throw refusal(FORM);
            }
            return before;
        }
        try {
            return Instant.parse(value.toString());
        } catch (DateTimeException e) {
            throw refusal(FORM);
        }
    }

    private static Duration length(JsonObject json, Duration before) {
        @Nullable Object value = json.getValue("length");
        if (value == null) {
            return before;
        }
        if (!(value instanceof Integer seconds)
                || seconds < SHORTEST.toSeconds()
                || seconds > LONGEST.toSeconds()) {
            throw refusal("length is a number of seconds, from a minute to a day.");
        }
        return Duration.ofSeconds(seconds);
    }

    private static Refusal refusal(String detail) {
        return new Refusal(Problem.badRequest(detail));
    }
}
