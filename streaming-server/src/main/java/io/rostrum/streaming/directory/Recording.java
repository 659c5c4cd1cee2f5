package io.rostrum.streaming.directory;

import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.SessionFolder;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A finished program.
 *
 * @param duration in 1/90000 s
 * @param size bytes on disk
 */
public record Recording(Session session, SessionFolder folder, long duration, long size) {
    public Instant endedAt() {
        Instant at = session.endedAt();
        return at == null ? session.startedAt() : at;
    }

    JsonObject toJson(Links links) {
        return new JsonObject()
                .put("id", session.id().text())
                .put("channel", session.channel().text())
                .put("title", session.title())
                .put("host", session.host())
                .put("startedAt", session.startedAt().toString())
                .put("endedAt", endedAt().toString())
                .put("duration", Math.round(duration / 90.0) / 1000.0)
                .put("hls", links.recording(session.id(), "master.m3u8"))
                .put("mp4", links.recording(session.id(), "program.mp4"))
                .put("page", links.recordingPage(session.id()))
                .put("thumbnail", links.recording(session.id(), "thumbnail.jpg"))
                .put("size", size);
    }
}
