package io.rostrum.streaming.timeline;

import io.rostrum.protocol.feed.Id;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One program of a channel: who, what, when.
 *
 * @param host display name of the room's host
 * @param picture display name of who is on air
 * @param endedAt null while live
 */
public record Session(
        Id id,
        Id channel,
        String title,
        String host,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String picture) {

    public Session changed(@Nullable String newTitle, @Nullable String newPicture) {
        return new Session(
                id,
                channel,
                newTitle == null ? title : newTitle,
                host,
                startedAt,
                endedAt,
                newPicture == null ? picture : newPicture);
    }

    public Session ended(Instant at) {
        return new Session(id, channel, title, host, startedAt, at, picture);
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
                .put("picture", picture);
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
                json.getString("picture"));
    }
}
