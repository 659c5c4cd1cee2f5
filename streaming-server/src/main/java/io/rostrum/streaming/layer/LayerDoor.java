package io.rostrum.streaming.layer;

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
import io.rostrum.streaming.live.Overlay;
import io.rostrum.streaming.timeline.Extent;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.LayerEvent;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.SessionFolder;
import io.rostrum.streaming.timeline.Shown;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The layer's timeline for players. Thread: the connection's event loop; the disk on workers.
 *
 * <p>Who says what he knows waits for the next change, as with the playlists of LL-HLS. That a
 * cache gives what is no more the latest does no harm: the rest comes with the next question.
 */
public final class LayerDoor {
    static final long PATIENCE_NANOS = 20_000_000_000L;

    private static final String JSON = "application/json";
    private static final String MARK = "(?<name>" + Shown.Logo.FILE.pattern() + ")";
    private static final String CACHED = "public, max-age=1";

    private final Vertx vertx;
    private final OnAir onAir;
    private final Recordings recordings;
    private final Function<Id, SessionFolder> folders;
    private final Consumer<RoutingContext> guard;

    /**
     * @param folders where a session's files are
     * @param guard asked again when whoever waited is answered
     */
    public LayerDoor(
            Vertx vertx,
            OnAir onAir,
            Recordings recordings,
            Function<Id, SessionFolder> folders,
            Consumer<RoutingContext> guard) {
        this.folders = folders;
        this.vertx = vertx;
        this.onAir = onAir;
        this.recordings = recordings;
        this.guard = guard;
    }

    public void mount(Router router) {
        Doors.get(router, "/live/:channel/layer.json").handler(this::live);
        Doors.get(router, "/recordings/:id/layer.json").handler(this::recorded);
        Doors.getMatching(router, "/live/(?<channel>[^/]+)/" + MARK)
                .handler(ctx -> mark(ctx, program(ctx).session().id()));
        Doors.getMatching(router, "/recordings/(?<id>[^/]+)/" + MARK)
                .handler(ctx -> mark(ctx, recording(ctx).session().id()));
    }

    private Live program(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        return onAir.onChannel(channel)
                .orElseThrow(() -> new Refusal(Problem.notOnAir(channel.text())));
    }

    private Recording recording(RoutingContext ctx) {
        Id id = PathId.of(ctx, "id");
        return recordings
                .one(id)
                .orElseThrow(() -> new Refusal(Problem.unknownRecording(id.text())));
    }

    private void mark(RoutingContext ctx, Id session) {
        String name = Objects.requireNonNull(ctx.pathParam("name"));
        vertx.executeBlocking(() -> folders.apply(session).read(name), false)
                .map(found ->
                        Objects.requireNonNull(found)
                                .orElseThrow(() -> new Refusal(Problem.notFound())))
                .onComplete(
                        Reply.to(
                                ctx,
                                png ->
                                        Reply.bytes(
                                                ctx,
                                                "image/png",
                                                Reply.IMMUTABLE,
                                                Body.of(png),
                                                sent -> {})));
    }

    private void live(RoutingContext ctx) {
        Live program = program(ctx);
        Overlay overlay = program.overlay();
        int known = known(ctx.request().getParam("after"), overlay);
        if (known < 0) {
            answer(ctx, program, 0, true);
            return;
        }
        Future<Layer> coming = overlay.await(known, PATIENCE_NANOS);
        boolean waits = !coming.isComplete();
        coming.otherwise(late -> overlay.layer())
                .map(news -> {
                    if (waits) {
                        guard.accept(ctx);
                    }
                    return news;
                })
                .onComplete(Reply.to(ctx, news -> answer(ctx, program, known, false)));
    }

    /** How many changes the asker has; negative: he begins, or knows another telling. */
    private static int known(@Nullable String after, Overlay overlay) {
        String before = overlay.epoch() + "-";
        if (after == null || !after.matches(before + "\\d{1,7}")) {
            return -1;
        }
        int known = Integer.parseInt(after.substring(before.length()));
        return known <= overlay.layer().all().size() ? known : -1;
    }

    private static void answer(RoutingContext ctx, Live program, int known, boolean whole) {
        Overlay overlay = program.overlay();
        Layer layer = overlay.layer();
        List<LayerEvent> news = layer.after(known);
        JsonObject json =
                json(program.session(), news)
                        .put("revision", overlay.epoch() + "-" + layer.all().size())
                        .put("whole", whole)
                        .put("over", overlay.over());
        boolean lasts = !whole && !news.isEmpty() && !overlay.over();
        var _ =
                Reply.text(
                        ctx, JSON, Reply.Text.of(json.encode()), lasts ? CACHED : Reply.NO_CACHE);
    }

    private void recorded(RoutingContext ctx) {
        Recording recording = recording(ctx);
        vertx.executeBlocking(() -> cut(recording), false)
                .map(cut -> Objects.requireNonNull(cut))
                .onComplete(
                        Reply.to(
                                ctx,
                                cut -> {
                                    JsonObject json =
                                            json(
                                                            recording
                                                                    .session()
                                                                    .begun(cut.startedAt),
                                                            cut.layer.all())
                                                    .put("revision", "")
                                                    .put("whole", true)
                                                    .put("over", true);
                                    var _ =
                                            Reply.text(
                                                    ctx,
                                                    JSON,
                                                    Reply.Text.of(json.encode()),
                                                    Reply.NO_CACHE);
                                }));
    }

    private record Cut(Instant startedAt, Layer layer) {}

    /** The layer of what is shown of it. */
    private static Cut cut(Recording recording) throws IOException {
        Layer layer = recording.folder().layer();
        Instant startedAt = recording.session().startedAt();
        if (recording.folder().shown().equals(Extent.ALL)) {
            return new Cut(startedAt, layer);
        }
        try (SampleLog log = recording.folder().read()) {
            return new Cut(
                    startedAt.plusNanos(log.begins() * 100_000 / 9),
                    layer.within(log.begins(), log.segments().getLast().end()));
        }
    }

    private static JsonObject json(Session session, List<LayerEvent> events) {
        return new JsonObject()
                .put("session", session.id().text())
                .put("startedAt", session.startedAt().toString())
                .put("events", LayerJson.events(events));
    }
}
