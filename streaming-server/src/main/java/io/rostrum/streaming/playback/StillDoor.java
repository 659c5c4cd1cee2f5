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
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;

/** Still pictures. Thread: the connection's event loop; the disk on workers. */
public final class StillDoor {
    private static final String JPEG = "image/jpeg";
    private static final String CACHE_LIVE = "public, max-age=10";
    private static final String CACHE_RECORDED = "public, max-age=3600";

    private final Vertx vertx;
    private final OnAir onAir;
    private final Recordings recordings;
    private final Stills stills;
    private final PlaybackMeters meters;

    public StillDoor(
            Vertx vertx, OnAir onAir, Recordings recordings, Stills stills, PlaybackMeters meters) {
        this.vertx = vertx;
        this.onAir = onAir;
        this.recordings = recordings;
        this.stills = stills;
        this.meters = meters;
    }

    public void mount(Router router) {
        Doors.get(router, "/live/:channel/thumbnail.jpg").handler(this::live);
        for (Stills.Kind kind : Stills.Kind.values()) {
            Doors.get(router, "/recordings/:id/" + kind.file()).handler(ctx -> recorded(ctx, kind));
        }
    }

    private void live(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        Live program =
                onAir.onChannel(channel)
                        .orElseThrow(() -> new Refusal(Problem.notOnAir(channel.text())));
        send(ctx, stills.live(program), CACHE_LIVE);
    }

    private void recorded(RoutingContext ctx, Stills.Kind kind) {
        Id id = PathId.of(ctx, "id");
        Recording recording =
                recordings
                        .one(id)
                        .orElseThrow(() -> new Refusal(Problem.unknownRecording(id.text())));
        vertx.executeBlocking(() -> stills.recorded(recording, kind), false)
                .map(made -> Objects.requireNonNull(made))
                .onComplete(Reply.to(ctx, made -> send(ctx, made, CACHE_RECORDED)));
    }

    private void send(RoutingContext ctx, Optional<byte[]> jpeg, String cache) {
        byte[] bytes =
                jpeg.orElseThrow(() ->
                        new Refusal(
                                new Problem(
                                        "no-picture",
                                        404,
                                        "no picture",
                                        "There is no still picture yet.")));
        Reply.bytes(ctx, JPEG, cache, Body.of(bytes), meters::sent);
    }
}
