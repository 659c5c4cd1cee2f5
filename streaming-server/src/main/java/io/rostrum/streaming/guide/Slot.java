package io.rostrum.streaming.guide;

import io.rostrum.protocol.feed.Id;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the guide.
 *
 * @param id tells it from every other slot
 * @param until for what is on air, when it is expected to end
 * @param changedAt when these words were last changed
 * @param changes how often they were
 * @param page where a person reads on
 * @param stream what a player opens; null where there is nothing to play yet
 * @param picture null for none
 */
public record Slot(
        Kind kind,
        String id,
        Id channel,
        String title,
        String host,
        String description,
        Instant from,
        Instant until,
        Instant changedAt,
        int changes,
        String page,
        @Nullable String stream,
        @Nullable String picture) {

    /** Where it stands on the axis of time. */
    public enum Kind {
        WAS,
        NOW,
        COMING;

        String word() {
            return switch (this) {
                case WAS -> "Recordings";
                case NOW -> "On air";
                case COMING -> "Coming";
            };
        }
    }

    public Slot {
        title = Plain.line(title);
        host = Plain.line(host);
        description = Plain.text(description);
    }

    /** The title, or what stands for it. */
    String name() {
        return title.isEmpty() ? host.isEmpty() ? channel.text() : host : title;
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("id", id)
                .put("channel", channel.text())
                .put("title", title)
                .put("host", host)
                .put("description", description)
                .put("from", from.toString())
                .put("until", until.toString())
                .put("page", page)
                .put("picture", picture);
    }

    long seconds() {
        return Math.max(0, until.getEpochSecond() - from.getEpochSecond());
    }
}
