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
import io.rostrum.streaming.timeline.Span;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
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

    /**
     * @param startedAt when time 0 of it was
     * @param run who was on air
     * @param chapters as the host wrote them, or who was on air
     */
    private record Log(Instant startedAt, boolean live, List<Span> run, List<Span> chapters) {}

    public void mount(Router router) {
        mount(router, "chapters.json", (ctx, log) -> Reply.json(ctx, Chapters.json(log.chapters)));
        mount(
                router,
                "chapters.vtt",
                (ctx, log) ->
                        Reply.text(
                                ctx,
                                "text/vtt; charset=utf-8",
                                Reply.Text.of(Chapters.vtt(log.chapters)),
                                Reply.NO_CACHE));
        mount(
                router,
                "as-run.json",
                (ctx, log) -> Reply.json(ctx, Chapters.asRun(log.run, log.startedAt, log.live)));
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
        List<Span> run = program.takes().spans(program.view().end());
        return new Log(program.session().startedAt(), program.session().live(), run, run);
    }

    private void recorded(RoutingContext ctx, BiConsumer<RoutingContext, Log> answer) {
        Id id = PathId.of(ctx, "id");
        Recording recording =
                recordings
                        .one(id)
                        .orElseThrow(() -> new Refusal(Problem.unknownRecording(id.text())));
        vertx.executeBlocking(() -> log(recording), false)
                .map(log -> Objects.requireNonNull(log))
                .onComplete(Reply.to(ctx, log -> answer.accept(ctx, log)));
    }

    /** In the first moments of a recording its length is known to its log only. */
    private static Log log(Recording recording) throws IOException {
        try (SampleLog log = recording.folder().read()) {
            long begins = log.begins();
            long length = log.segments().getLast().end();
            List<Span> run = recording.folder().takes().spans(begins, length);
            List<Span> chapters =
                    recording
                            .folder()
                            .headings()
                            .map(headings -> headings.spans(begins, length))
                            .orElse(run);
            Instant startedAt = recording.session().startedAt().plusNanos(begins * 100_000 / 9);
            return new Log(startedAt, false, run, chapters);
        }
    }
}
