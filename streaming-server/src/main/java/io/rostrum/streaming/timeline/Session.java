package io.rostrum.streaming.timeline;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One program of a channel: who, what, when.
 *
 * @param host display name of the room's host
 * @param picture display name of who is on air
 * @param endedAt null while live
 * @param visibility while live that of its channel, later its own
 * @param description in the words of its host; empty for none
 */
public record Session(
        Id id,
        Id channel,
        String title,
        String host,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String picture,
        Visibility visibility,
        String description) {
    /** Without a description. */
    public Session(
            Id id,
            Id channel,
            String title,
            String host,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String picture,
            Visibility visibility) {
        this(id, channel, title, host, startedAt, endedAt, picture, visibility, "");
    }

    public Session changed(@Nullable String newTitle, @Nullable String newPicture) {
        return new Session(
                id,
                channel,
                newTitle == null ? title : newTitle,
                host,
                startedAt,
                endedAt,
                newPicture == null ? picture : newPicture,
                visibility,
                description);
    }

    /** The same with other words. */
    public Session worded(String newTitle, String newDescription) {
        return new Session(
                id,
                channel,
                newTitle,
                host,
                startedAt,
                endedAt,
                picture,
                visibility,
                newDescription);
    }

    /** The same with the moment at which its time 0 was captured. */
    public Session begun(Instant at) {
        return new Session(id, channel, title, host, at, endedAt, picture, visibility, description);
    }

    public Session ended(Instant at) {
        return new Session(
                id, channel, title, host, startedAt, at, picture, visibility, description);
    }

    public Session seenBy(Visibility who) {
        return new Session(id, channel, title, host, startedAt, endedAt, picture, who, description);
    }

    public boolean live() {
        return endedAt == null;
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("id", id.text())
                .put("channel", channel.text())
                .put("title", title)
                .put("host", host)
                .put("startedAt", startedAt.toString())
                .put("endedAt", endedAt == null ? null : endedAt.toString())
                .put("picture", picture)
                .put("visibility", visibility.wire())
                .put("description", description);
    }

    static Session of(JsonObject json) {
        String ended = json.getString("endedAt");
        return new Session(
                new Id(json.getString("id")),
                new Id(json.getString("channel")),
                json.getString("title"),
                json.getString("host"),
                Instant.parse(json.getString("startedAt")),
                ended == null ? null : Instant.parse(ended),
                json.getString("picture"),
                Visibility.of(json.getString("visibility", Visibility.PUBLIC.wire()))
                        .orElse(Visibility.PRIVATE),
                json.getString("description", ""));
    }
}
