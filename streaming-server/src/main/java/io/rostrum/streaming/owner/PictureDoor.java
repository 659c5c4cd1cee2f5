package io.rostrum.streaming.owner;

import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.streaming.directory.Chosen;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.http.JsonBody;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.picture.Pictures;
import io.rostrum.streaming.playback.Stills;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.SessionFolder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.InstantSource;

/**
 * The picture that a host chooses for a recording: a moment of it, or one that he sends. Thread:
 * the connection's event loop; the disk and the making on workers.
 */
public final class PictureDoor {
    private static final String PICTURE = "/api/recordings/:id/picture";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private final Owned owned;
    private final Stills stills;
    private final InstantSource clock;

    public PictureDoor(Owned owned, Stills stills, InstantSource clock) {
        this.owned = owned;
        this.stills = stills;
        this.clock = clock;
    }

    public void mount(Router router) {
        router.put(PICTURE)
                .handler(owned::admit)
                .handler(SmallBody.of(Pictures.LARGEST))
                .handler(this::choose);
        router.delete(PICTURE)
                .handler(ctx ->
                        owned.change(ctx, one -> one.folder().forget(SessionFolder.PICTURE)));
    }

    private void choose(RoutingContext ctx) {
        if (MediaType.is(ctx.request(), MediaType.JSON)) {
            long at = Cut.ticks(JsonBody.of(ctx), "at");
            owned.change(ctx, recording -> keep(recording, moment(recording, at)));
        } else {
            byte[] sent = SmallBody.in(ctx).getBytes();
            Recording recording = owned.managed(ctx);
            owned.answer(
                    ctx,
                    () -> new Made(Pictures.remade(sent, WIDTH, HEIGHT), Pictures.remade(sent)),
                    made -> owned.change(ctx, now -> keep(now, made.as(revision(recording)))));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record Made(byte[] thumbnail, byte[] poster) {
        Chosen as(long revision) {
            return new Chosen(revision, null, thumbnail, poster);
        }
    }

    private Chosen moment(Recording recording, long at) throws IOException {
        try (SampleLog log = recording.folder().read()) {
            if (at >= log.segments().getLast().end()) {
                throw new Refusal(Problem.badRequest("at is before the recording's end."));
            }
        }
        return stills.chosen(recording, at, revision(recording))
                .orElseThrow(() ->
                        new Refusal(
                                new Problem(
                                        "no-picture",
                                        409,
                                        "no picture",
                                        "There is no picture at that moment.")));
    }

    private static void keep(Recording recording, Chosen chosen) throws IOException {
        recording.folder().keep(SessionFolder.PICTURE, chosen.bytes());
    }

    private long revision(Recording recording) {
        return Math.max(clock.millis(), recording.pictured() + 1);
    }
}
