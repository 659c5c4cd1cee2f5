package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Segment;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.Span;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Chapters and as-run logs. Thread: the connection's event loop; the disk on workers. */
public final class ChapterDoor {
    private final Vertx vertx;
    private final OnAir onAir;
    private final Recordings recordings;

    public ChapterDoor(Vertx vertx, OnAir onAir, Recordings recordings) {
        this.vertx = vertx;
        this.onAir = onAir;
        this.recordings = recordings;
    }

    private record Log(Session session, List<Span> spans) {}

    public void mount(Router router) {
        mount(router, "chapters.json", (ctx, log) -> Reply.json(ctx, Chapters.json(log.spans)));
        mount(
                router,
                "chapters.vtt",
                (ctx, log) ->
                        Reply.text(
                                ctx,
                                "text/vtt; charset=utf-8",
                                Reply.Text.of(Chapters.vtt(log.spans)),
                                Reply.NO_CACHE));
        mount(
                router,
                "as-run.json",
                (ctx, log) ->
                        Reply.json(
                                ctx,
                                Chapters.asRun(
                                        log.spans, log.session.startedAt(), log.session.live())));
    }

    private void mount(Router router, String name, BiConsumer<RoutingContext, Log> answer) {
        Doors.get(router, "/live/:channel/" + name).handler(ctx -> answer.accept(ctx, live(ctx)));
        Doors.get(router, "/recordings/:id/" + name).handler(ctx -> recorded(ctx, answer));
    }

    private Log live(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        Live program =
                onAir.onChannel(channel)
                        .orElseThrow(() -> new Refusal(Problem.notOnAir(channel.text())));
        return new Log(program.session(), program.takes().spans(program.view().end()));
    }

    private void recorded(RoutingContext ctx, BiConsumer<RoutingContext, Log> answer) {
        Id id = PathId.of(ctx, "id");
        Recording recording =
                recordings
                        .one(id)
                        .orElseThrow(() -> new Refusal(Problem.unknownRecording(id.text())));
        vertx.executeBlocking(() -> spans(recording), false)
                .map(spans -> Objects.requireNonNull(spans))
                .onSuccess(spans -> answer.accept(ctx, new Log(recording.session(), spans)))
                .onFailure(why -> Reply.failure(ctx, why));
    }

    /** In the first moments of a recording its length is known to its log only. */
    private static List<Span> spans(Recording recording) throws IOException {
        try (SampleLog log = recording.folder().open(false)) {
            List<Segment> segments = log.segments();
            return recording.folder().takes().spans(segments.getLast().end());
        }
    }
}
