package io.rostrum.streaming.owner;

import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.JsonBody;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.timeline.Extent;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Segment;
import io.rostrum.streaming.timeline.Trim;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;

/**
 * Cuts start and end off a recording, takes that back, or makes it final. Thread: the connection's
 * event loop; the disk on workers.
 */
public final class TrimDoor {
    private static final String TRIM = "/api/recordings/:id/trim";
    private static final int LARGEST_BODY = 1 << 10;

    private final Owned owned;

    public TrimDoor(Owned owned) {
        this.owned = owned;
    }

    public void mount(Router router) {
        Doors.get(router, TRIM).handler(this::show);
        router.put(TRIM)
                .handler(owned::admit)
                .handler(SmallBody.of(MediaType.JSON, LARGEST_BODY))
                .handler(this::cut);
        router.delete(TRIM).handler(ctx -> owned.change(ctx, TrimDoor::whole));
        router.post(TRIM + "/erase").handler(ctx -> owned.change(ctx, TrimDoor::erase));
    }

    private void show(RoutingContext ctx) {
        Recording recording = owned.managed(ctx);
        owned.answer(ctx, () -> state(recording), state -> Reply.json(ctx, 200, state));
    }

    private void cut(RoutingContext ctx) {
        Cut cut = Cut.read(JsonBody.of(ctx));
        owned.change(
                ctx,
                recording -> {
                    Trim trim = settled(recording);
                    try (SampleLog log = recording.folder().read()) {
                        Extent left = cut.of(log.segments());
                        boolean all = sizes(log.segments(), left) && !trim.hides();
                        recording.folder().save(trim.showing(all ? trim.kept() : left));
                    }
                });
    }

    /** Whether they are all of these. */
    private static boolean sizes(List<Segment> segments, Extent left) {
        return segments.stream().allMatch(segment -> left.has(segment.number()));
    }

    private static void whole(Recording recording) throws IOException {
        Trim trim = settled(recording);
        recording.folder().save(trim.showing(trim.kept()));
    }

    private static void erase(Recording recording) throws IOException {
        Trim trim = recording.trim();
        if (trim.hides()) {
            recording.folder().save(trim.erases());
        }
    }

    /** There is no way back once the rest is being erased. */
    private static Trim settled(Recording recording) {
        if (recording.trim().erasing()) {
            throw new Refusal(
                    new Problem(
                            "being-erased",
                            409,
                            "being erased",
                            "What was cut out is being deleted for good; try again in a while."));
        }
        return recording.trim();
    }

    private static JsonObject state(Recording recording) throws IOException {
        Trim trim = recording.trim();
        try (SampleLog shown = recording.folder().read();
                SampleLog kept = recording.folder().showing(trim.kept()).read()) {
            JsonArray keys = new JsonArray();
            shown.segments().forEach(segment -> keys.add(seconds(segment.start())));
            List<Segment> all = kept.segments();
            return new JsonObject()
                    .put("state", trim.erasing() ? "erasing" : trim.hides() ? "trimmed" : "whole")
                    .put("duration", seconds(shown.segments().getLast().end()))
                    .put("before", seconds(shown.begins() - kept.begins()))
                    .put("kept", seconds(all.getLast().end()))
                    .put("keyFrames", keys);
        }
    }

    private static double seconds(long ticks) {
        return Math.round(ticks / 90.0) / 1000.0;
    }
}
