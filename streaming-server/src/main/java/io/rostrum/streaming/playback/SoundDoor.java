package io.rostrum.streaming.playback;

import io.rostrum.http.Later;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Objects;

/** The sound of recordings alone. Thread: the connection's event loop; the disk on workers. */
public final class SoundDoor {
    private static final String AFTER_A_WHILE = "5";

    private final Vertx vertx;
    private final Recordings recordings;
    private final Backstage backstage;
    private final PlaybackMeters meters;

    public SoundDoor(
            Vertx vertx, Recordings recordings, Backstage backstage, PlaybackMeters meters) {
        this.vertx = vertx;
        this.recordings = recordings;
        this.backstage = backstage;
        this.meters = meters;
    }

    public void mount(Router router) {
        Doors.get(router, "/recordings/:id/sound.m4a").handler(this::sound);
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record M4a(byte[] header, long length) {}

    private void sound(RoutingContext ctx) {
        Id id = PathId.of(ctx, "id");
        Recording recording =
                recordings
                        .one(id)
                        .orElseThrow(() -> new Refusal(Problem.unknownRecording(id.text())));
        vertx.executeBlocking(() -> m4a(recording), false)
                .map(m4a -> Objects.requireNonNull(m4a))
                .onComplete(
                        Later.answer(m4a -> send(ctx, recording, m4a), why -> refuse(ctx, why)));
    }

    private static void refuse(RoutingContext ctx, Throwable why) {
        if (why instanceof Refusal refusal && refusal.problem().status() == 503) {
            ctx.response().putHeader("Retry-After", AFTER_A_WHILE);
        }
        Reply.failure(ctx, why);
    }

    private M4a m4a(Recording recording) throws IOException {
        byte[] header =
                recording
                        .folder()
                        .read(Sound.HEADER)
                        .orElseThrow(() -> {
                            backstage.hear(recording);
                            return new Refusal(
                                    new Problem(
                                            "not-yet",
                                            503,
                                            "not yet",
                                            "The sound is just being copied; ask again."));
                        });
        return new M4a(header, recording.folder().length(Sound.DATA));
    }

    private void send(RoutingContext ctx, Recording recording, M4a m4a) {
        try {
            Attachment.name(ctx, recording.session().title(), "sound.m4a");
            String cut = recording.folder().shown().prefix();
            new Mp4Reply(meters)
                    .send(
                            ctx,
                            "audio/mp4",
                            m4a.header,
                            new Payload.Local(vertx, recording.folder().file(Sound.DATA)),
                            m4a.length,
                            '"' + cut + recording.session().id().text() + "-s-" + m4a.length + '"');
        } catch (Refusal refusal) {
            Reply.failure(ctx, refusal);
        }
    }
}
