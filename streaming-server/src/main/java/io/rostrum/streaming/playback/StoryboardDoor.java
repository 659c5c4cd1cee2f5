package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.Body;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.timeline.SessionFolder;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Storyboards. Thread: the connection's event loop; the disk on workers. */
public final class StoryboardDoor {
    private static final String TEXT = "text/vtt; charset=utf-8";
    private static final String SHEET = "storyboard-(?<number>\\d{1,6})\\.jpg";
    private static final String ID = "[A-Za-z0-9_-]{1,64}";

    private final Vertx vertx;
    private final OnAir onAir;
    private final Recordings recordings;
    private final Storyboards storyboards;
    private final PlaybackMeters meters;

    public StoryboardDoor(
            Vertx vertx,
            OnAir onAir,
            Recordings recordings,
            Storyboards storyboards,
            PlaybackMeters meters) {
        this.vertx = vertx;
        this.onAir = onAir;
        this.recordings = recordings;
        this.storyboards = storyboards;
        this.meters = meters;
    }

    /** Before the doors of live and of recordings, whose names are less particular. */
    public void mount(Router router) {
        Doors.get(router, "/live/:channel/storyboard.vtt").handler(this::live);
        Doors.getMatching(router, "/live/(?<channel>" + ID + ")/(?<session>" + ID + ")/" + SHEET)
                .handler(this::liveSheet);
        Doors.get(router, "/recordings/:id/storyboard.vtt").handler(this::recorded);
        Doors.getMatching(router, "/recordings/(?<id>" + ID + ")/" + SHEET)
                .handler(this::recordedSheet);
    }

    private void live(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        Live program =
                onAir.onChannel(channel)
                        .orElseThrow(() -> new Refusal(Problem.notOnAir(channel.text())));
        text(ctx, storyboards.vtt(program, program.session().id().text()));
    }

    private void recorded(RoutingContext ctx) {
        Recording recording = recording(PathId.of(ctx, "id"));
        work(ctx, () -> Storyboards.vtt(recording), text -> text(ctx, text));
    }

    private static void text(RoutingContext ctx, Optional<String> vtt) {
        Reply.text(ctx, TEXT, Reply.Text.of(vtt.orElseThrow(StoryboardDoor::none)), Reply.NO_CACHE);
    }

    /** A viewer who went back stays when the program ends: the address goes on to answer. */
    private void liveSheet(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        Id session = PathId.of(ctx, "session");
        boolean there =
                onAir.watchable(channel, session).isPresent()
                        || recordings
                                .one(session)
                                .filter(one -> one.session().channel().equals(channel))
                                .isPresent();
        if (!there) {
            throw new Refusal(Problem.notOnAir(channel.text()));
        }
        boolean named = ctx.request().getParam("n") != null;
        SessionFolder folder =
                recordings
                        .one(session)
                        .map(Recording::folder)
                        .orElseGet(() -> storyboards.folder(session));
        sheet(ctx, session, folder, named ? Reply.IMMUTABLE : Reply.NO_CACHE);
    }

    private void recordedSheet(RoutingContext ctx) {
        Recording recording = recording(PathId.of(ctx, "id"));
        sheet(ctx, recording.session().id(), recording.folder(), Reply.IMMUTABLE);
    }

    private void sheet(RoutingContext ctx, Id session, SessionFolder folder, String cache) {
        int number = Integer.parseInt(ctx.pathParam("number"));
        work(
                ctx,
                () -> storyboards.sheet(session, folder, number),
                jpeg ->
                        Reply.bytes(
                                ctx,
                                "image/jpeg",
                                cache,
                                Body.of(jpeg.orElseThrow(StoryboardDoor::none)),
                                meters::sent));
    }

    private Recording recording(Id id) {
        return recordings
                .one(id)
                .orElseThrow(() -> new Refusal(Problem.unknownRecording(id.text())));
    }

    private static Refusal none() {
        return new Refusal(
                new Problem("no-picture", 404, "no picture", "These pictures are not drawn yet."));
    }

    private <T> void work(RoutingContext ctx, Callable<T> task, Consumer<T> answer) {
        vertx.executeBlocking(task, false)
                .map(done -> Objects.requireNonNull(done))
                .onComplete(Reply.to(ctx, answer));
    }
}
