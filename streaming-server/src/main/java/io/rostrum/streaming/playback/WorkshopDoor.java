package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Managers;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.PathRight;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** Downloads of one size. Thread: the connection's event loop; the disk on workers. */
public final class WorkshopDoor {
    private static final String STATE = "/api/recordings/:id/mp4";

    private final Vertx vertx;
    private final Recordings recordings;
    private final Workshop workshop;
    private final Managers managers;
    private final Links links;
    private final PlaybackMeters meters;

    public WorkshopDoor(
            Vertx vertx,
            Recordings recordings,
            Workshop workshop,
            Managers managers,
            Links links,
            PlaybackMeters meters) {
        this.vertx = vertx;
        this.recordings = recordings;
        this.workshop = workshop;
        this.managers = managers;
        this.links = links;
        this.meters = meters;
    }

    public void mount(Router router) {
        Doors.get(router, STATE).handler(this::show);
        router.post(STATE).handler(this::make);
        Doors.get(router, "/recordings/:id/download.mp4").handler(this::download);
    }

    private void show(RoutingContext ctx) {
        Recording recording = recording(ctx);
        Reply.json(ctx, 200, json(ctx, recording, workshop.state(recording)));
    }

    private void make(RoutingContext ctx) {
        Recording recording = recording(ctx);
        managers.require(ctx, recording.session().channel());
        vertx.executeBlocking(() -> workshop.want(recording), false)
                .map(state -> Objects.requireNonNull(state))
                .onComplete(
                        Reply.to(
                                ctx,
                                state ->
                                        Reply.json(
                                                ctx,
                                                state instanceof Workshop.Done ? 200 : 202,
                                                json(ctx, recording, state))));
    }

    private JsonObject json(RoutingContext ctx, Recording recording, Workshop.State state) {
        Links known = links.with(PathRight.of(ctx));
        int percent =
                switch (state) {
                    case Workshop.Making making -> making.percent();
                    case Workshop.Done done -> 100;
                    case Workshop.None none -> 0;
                    case Workshop.Waiting waiting -> 0;
                    case Workshop.Failed failed -> 0;
                };
        String name =
                switch (state) {
                    case Workshop.None none -> "none";
                    case Workshop.Waiting waiting -> "waiting";
                    case Workshop.Making making -> "making";
                    case Workshop.Done done -> "done";
                    case Workshop.Failed failed -> "failed";
                };
        return new JsonObject()
                .put("state", name)
                .put("percent", percent)
                .put(
                        "mp4",
                        state instanceof Workshop.Done
                                ? known.recording(recording.session().id(), "download.mp4")
                                : null);
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record Mp4(byte[] header, long length) {}

    private void download(RoutingContext ctx) {
        Recording recording = recording(ctx);
        vertx.executeBlocking(() -> mp4(recording), false)
                .map(mp4 -> Objects.requireNonNull(mp4))
                .onComplete(Reply.to(ctx, mp4 -> send(ctx, recording, mp4)));
    }

    private static Mp4 mp4(Recording recording) throws java.io.IOException {
        byte[] header =
                recording
                        .folder()
                        .read(Download.HEADER)
                        .orElseThrow(() -> new Refusal(Problem.notFound()));
        return new Mp4(header, recording.folder().length(Download.DATA));
    }

    private void send(RoutingContext ctx, Recording recording, Mp4 mp4) {
        Attachment.name(ctx, recording.session().title());
        new Mp4Reply(meters)
                .send(
                        ctx,
                        mp4.header,
                        new Payload.Local(vertx, recording.folder().file(Download.DATA)),
                        mp4.length,
                        '"' + recording.session().id().text() + "-one-" + mp4.length + '"');
    }

    private Recording recording(RoutingContext ctx) {
        Id id = PathId.of(ctx, "id");
        return recordings
                .one(id)
                .orElseThrow(() -> new Refusal(Problem.unknownRecording(id.text())));
    }
}
