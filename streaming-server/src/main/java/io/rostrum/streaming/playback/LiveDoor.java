package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.Body;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.packager.LivePlaylist;
import io.rostrum.streaming.packager.LiveSegment;
import io.rostrum.streaming.packager.Part;
import io.rostrum.streaming.packager.Playlists;
import io.rostrum.streaming.packager.View;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** LL-HLS of what is on air. Thread: the connection's event loop. */
public final class LiveDoor {
    static final String PLAYLIST = "application/vnd.apple.mpegurl";
    static final String SEGMENT = "video/mp4";

    /** Three target durations; then the player is told to ask again. */
    static final long PATIENCE_NANOS = 3L * LivePlaylist.TARGET_SECONDS * 1_000_000_000;

    /** What a blocking reload gave stays true for its address (draft appendix B.1). */
    static final String CACHE_BLOCKING = "public, max-age=" + 6 * LivePlaylist.TARGET_SECONDS;

    static final String CACHE_PLAIN = "public, max-age=1";

    private final OnAir onAir;
    private final Consumer<RoutingContext> guard;
    private final Audience audience;
    private final PlaybackMeters meters;
    private final Rendered rendered;

    /**
     * @param guard asked again when whoever waited is answered
     */
    public LiveDoor(FastLane.Shared shared, Consumer<RoutingContext> guard) {
        this.onAir = shared.onAir();
        this.guard = guard;
        this.audience = shared.audience();
        this.meters = shared.meters();
        this.rendered = shared.texts().rendered();
    }

    /** What is asked for most comes first. */
    public void mount(Router router) {
        Doors.get(router, "/live/*").handler(this::bytes);
        Doors.get(router, "/live/:channel/:session/media.m3u8").handler(this::media);
        Doors.get(router, "/live/:channel/:session/init.mp4").handler(this::init);
        Doors.get(router, "/live/:channel/master.m3u8").handler(this::master);
        // answered by the first; it stands here so that a wrong method is told the right ones
        Doors.get(router, "/live/:channel/:session/:name").handler(RoutingContext::next);
    }

    private void master(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        Live program =
                onAir.onChannel(channel)
                        .orElseThrow(() -> new Refusal(Problem.notOnAir(channel.text())));
        String media = Audience.named(ctx, program.session().id() + "/media.m3u8");
        await(ctx, program, View::playable)
                .onComplete(Reply.to(ctx, view -> master(ctx, media, program)));
    }

    private static void master(RoutingContext ctx, String media, Live program) {
        Reply.Text text = Reply.Text.of(Playlists.live(media, program.codecs()));
        Reply.text(ctx, PLAYLIST, text, Reply.NO_CACHE);
    }

    private void media(RoutingContext ctx) {
        Live program = program(ctx);
        Reload reload = reload(ctx.request());
        reload.check(program.view());
        audience.saw(ctx, program.channel());
        await(ctx, program, answers(reload))
                .onComplete(Reply.to(ctx, view -> playlist(ctx, program, view, reload)));
    }

    /** What a player of a live playlist waits for. */
    static Reload reload(HttpServerRequest request) {
        return Reload.read(
                request.getParam("_HLS_msn"),
                request.getParam("_HLS_part"),
                request.getParam("_HLS_skip"));
    }

    static Predicate<View> answers(Reload reload) {
        return view -> view.playable() && view.listable() && reload.answered(view);
    }

    private void playlist(RoutingContext ctx, Live program, View view, Reload reload) {
        Reply.Text text =
                rendered.playlist(program.session().id(), view, reload.delta() && !view.ended());
        String cache = reload.waits() ? CACHE_BLOCKING : CACHE_PLAIN;
        meters.sent(Reply.text(ctx, PLAYLIST, text, cache));
    }

    private void init(RoutingContext ctx) {
        byte[] init = program(ctx).init();
        if (init == null) {
            throw new Refusal(Problem.notFound());
        }
        Reply.bytes(ctx, SEGMENT, Reply.IMMUTABLE, Body.of(Inits.forViewers(init)), meters::sent);
    }

    private void bytes(RoutingContext ctx) {
        MediaAddress asked = MediaAddress.read(ctx.normalizedPath());
        if (asked == null) {
            ctx.next();
            return;
        }
        Live program = program(PathId.of(asked.channel()), PathId.of(asked.session()));
        if (asked.part() >= 0) {
            part(ctx, program, asked.number(), asked.part());
            return;
        }
        LiveSegment segment =
                program.view()
                        .segment(asked.number())
                        .filter(LiveSegment::closed)
                        .orElseThrow(() -> new Refusal(Problem.notFound()));
        Body body = new Body(segment.parts().stream().map(Part::bytes).toList());
        Reply.bytes(ctx, SEGMENT, Reply.IMMUTABLE, body, meters::sent);
    }

    private void part(RoutingContext ctx, Live program, long number, int index) {
        View now = program.view();
        if (now.part(number, index).isEmpty() && !now.awaits(number, index)) {
            throw new Refusal(Problem.notFound());
        }
        await(ctx, program, view -> !view.awaits(number, index))
                .onComplete(Reply.to(ctx, view -> sendPart(ctx, view.part(number, index))));
    }

    private void sendPart(RoutingContext ctx, Optional<Part> part) {
        if (part.isEmpty()) {
            Reply.failure(ctx, new Refusal(Problem.notFound()));
            return;
        }
        Reply.bytes(ctx, SEGMENT, Reply.IMMUTABLE, Body.of(part.get().bytes()), meters::sent);
    }

    /** Who may watch can change while somebody waits. */
    private Future<View> await(RoutingContext ctx, Live program, Predicate<View> until) {
        Future<View> coming = program.await(until, PATIENCE_NANOS);
        return coming.isComplete()
                ? coming
                : coming.map(view -> {
                    guard.accept(ctx);
                    return view;
                });
    }

    private Live program(RoutingContext ctx) {
        return program(PathId.of(ctx, "channel"), PathId.of(ctx, "session"));
    }

    private Live program(Id channel, Id session) {
        return onAir.watchable(channel, session)
                .orElseThrow(() -> new Refusal(Problem.notOnAir(channel.text())));
    }
}
