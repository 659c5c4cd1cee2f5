package io.rostrum.streaming.directory;

import io.rostrum.streaming.packager.Properties;
import io.rostrum.streaming.packager.Resolution;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.SessionFolder;
import io.rostrum.streaming.timeline.Trim;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finished program.
 *
 * @param duration in 1/90000 s
 * @param size bytes on disk
 * @param properties null until it was gone through, which is soon after its end
 * @param trim what is shown of it
 * @param pictured names the picture that its host chose; 0 for none
 * @param edits changes by its host beside its words, since this process began
 */
public record Recording(
        Session session,
        SessionFolder folder,
        long duration,
        long size,
        @Nullable Properties properties,
        Trim trim,
        long pictured,
        int edits) {
    /** As its program was. */
    public Recording(
            Session session,
            SessionFolder folder,
            long duration,
            long size,
            @Nullable Properties properties) {
        this(session, folder, duration, size, properties, Trim.NONE, 0, 0);
    }

    Recording described(Properties found) {
        return new Recording(session, folder, duration, size, found, trim, pictured, edits);
    }

    Recording worded(Session words) {
        return new Recording(words, folder, duration, size, properties, trim, pictured, edits);
    }

    Recording grown(long bytes) {
        return new Recording(session, folder, duration, bytes, properties, trim, pictured, edits);
    }

    Recording edited(int count) {
        return new Recording(session, folder, duration, size, properties, trim, pictured, count);
    }

    public Instant endedAt() {
        Instant at = session.endedAt();
        return at == null ? session.startedAt() : at;
    }

    /** As it is told to whoever may see it. */
    public JsonObject toJson(Links links) {
        return new JsonObject()
                .put("id", session.id().text())
                .put("channel", session.channel().text())
                .put("title", session.title())
                .put("description", session.description())
                .put("host", session.host())
                .put("startedAt", session.startedAt().toString())
                .put("endedAt", endedAt().toString())
                .put("duration", seconds(duration))
                .put("hls", links.recording(session.id(), "master.m3u8" + folder.shown().query()))
                .put("mp4", links.recording(session.id(), "program.mp4" + folder.shown().query()))
                .put("sound", links.recording(session.id(), "sound.m4a" + folder.shown().query()))
                .put("page", links.recordingPage(session.id()))
                .put("thumbnail", links.recording(session.id(), "thumbnail.jpg" + seen()))
                .put("poster", links.recording(session.id(), "poster.jpg" + seen()))
                .put("storyboard", links.recording(session.id(), "storyboard.vtt"))
                .put("size", size)
                .put("visibility", session.visibility().wire())
                .put("properties", properties == null ? null : properties(properties, links));
    }

    private JsonObject properties(Properties known, Links links) {
        JsonArray resolutions = new JsonArray();
        for (Resolution resolution : known.resolutions()) {
            resolutions.add(
                    new JsonObject()
                            .put("width", resolution.size().width())
                            .put("height", resolution.size().height())
                            .put("duration", seconds(resolution.duration())));
        }
        Resolution longest = known.resolutions().isEmpty() ? null : known.resolutions().getFirst();
        return known.toJson()
                .put(
                        "address",
                        links.recording(session.id(), "program.mp4" + folder.shown().query()))
                .put("container", "mp4")
                .put("type", "video/mp4; codecs=\"" + known.codecs() + '"')
                .put("width", longest == null ? null : longest.size().width())
                .put("height", longest == null ? null : longest.size().height())
                .put("resolutions", resolutions)
                .put("duration", seconds(duration));
    }

    private String seen() {
        String cut = folder.shown().query();
        String picture = (cut.isEmpty() ? "?" : "&") + "picture=" + pictured;
        return pictured == 0 ? cut : cut + picture;
    }

    private static double seconds(long ticks) {
        return Math.round(ticks / 90.0) / 1000.0;
    }
}
