package io.rostrum.streaming.announce;

import io.rostrum.protocol.feed.Id;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A program to come.
 *
 * @param length that is expected
 * @param picture names the version of its picture; null where it has none
 * @param changedAt when it was last changed
 * @param changes how often it was changed
 */
public record Announcement(
        Id id,
        Id channel,
        String title,
        String host,
        String description,
        Instant startsAt,
        Duration length,
        @Nullable String picture,
        Instant changedAt,
        int changes) {

    public Instant endsAt() {
        return startsAt.plus(length);
    }

    Announcement changed(Draft draft, Instant now) {
        return new Announcement(
                id,
                channel,
                draft.title(),
                draft.host(),
                draft.description(),
                draft.startsAt(),
                draft.length(),
                picture,
                now,
                changes + 1);
    }

    Announcement pictured(@Nullable String version, Instant now) {
        return new Announcement(
                id, channel, title, host, description, startsAt, length, version, now, changes + 1);
    }

    /** What can be changed of it. */
    Draft draft() {
        return new Draft(title, host, description, startsAt, length);
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("id", id.text())
                .put("channel", channel.text())
                .put("title", title)
                .put("host", host)
                .put("description", description)
                .put("startsAt", startsAt.toString())
                .put("length", length.toSeconds())
                .put("picture", picture)
                .put("changedAt", changedAt.toString())
                .put("changes", changes);
    }

    static Announcement of(JsonObject json) {
        return new Announcement(
                new Id(json.getString("id")),
                new Id(json.getString("channel")),
                json.getString("title"),
                json.getString("host"),
                json.getString("description"),
                Instant.parse(json.getString("startsAt")),
                Duration.ofSeconds(json.getLong("length")),
                json.getString("picture"),
                Instant.parse(json.getString("changedAt")),
                json.getInteger("changes"));
    }
}
