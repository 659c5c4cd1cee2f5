package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.captions.Captions;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.Body;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.packager.Codecs;
import io.rostrum.streaming.packager.PieceName;
import io.rostrum.streaming.packager.Playlists;
import io.rostrum.streaming.packager.Properties;
import io.rostrum.streaming.packager.Subtitles;
import io.rostrum.streaming.playback.Shelf.Tape;
import io.rostrum.streaming.timeline.Trim;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** Finished programs as HLS and MP4. Thread: the connection's event loop; the disk on workers. */
public final class RecordingDoor {
    /** A host may cut it at any moment. */
    private static final String CACHE = "public, max-age=10";

    /** Segments that are read and built at the same moment. */
    private static final int MOST_AT_ONCE = 64;

    private final Vertx vertx;
    private final Recordings recordings;
    private final PlaybackMeters meters;
    private final Shelf shelf;
    private final Semaphore building = new Semaphore(MOST_AT_ONCE);

    public RecordingDoor(Vertx vertx, Recordings recordings, Shelf shelf, PlaybackMeters meters) {
        this.vertx = vertx;
        this.recordings = recordings;
        this.shelf = shelf;
        this.meters = meters;
    }

    public void mount(Router router) {
        Doors.get(router, "/recordings/:id/master.m3u8").handler(this::master);
        Doors.get(router, "/recordings/:id/media.m3u8").handler(this::media);
        Doors.get(router, "/recordings/:id/init.mp4").handler(this::init);
        Doors.get(router, "/recordings/:id/program.mp4").handler(this::mp4);
        Doors.get(router, "/recordings/:id/:name").handler(this::segment);
    }

    private Recording recording(RoutingContext ctx) {
        Id id = PathId.of(ctx, "id");
        return recordings
                .one(id)
                .orElseThrow(() -> new Refusal(Problem.unknownRecording(id.text())));
    }

    private void master(RoutingContext ctx) {
        Recording recording = recording(ctx);
        work(() -> master(recording))
                .onComplete(Reply.to(ctx, text -> playlist(ctx, text, freshness(recording))));
    }

    private Reply.Text master(Recording recording) throws IOException {
        Tape tape = shelf.tape(recording);
        Properties known = recording.properties();
        String codecs = known == null ? Codecs.of(tape.feedInit()).text() : known.codecs();
        List<Subtitles> captions = Captions.renditions(recording.folder());
        String media = "media.m3u8" + recording.folder().shown().query();
        return Reply.Text.of(Playlists.recorded(media, codecs, tape.pieces(), captions));
    }

    private static void playlist(RoutingContext ctx, Reply.Text text, String cache) {
        Reply.text(ctx, LiveDoor.PLAYLIST, text, cache);
    }

    /** Until it was gone through, only what its first take needs is known. */
    private static String freshness(Recording recording) {
        return recording.properties() == null ? Reply.NO_CACHE : CACHE;
    }

    private void media(RoutingContext ctx) {
        Recording recording = recording(ctx);
        work(() -> shelf.tape(recording))
                .onComplete(Reply.to(ctx, tape -> playlist(ctx, tape.playlist(), CACHE)));
    }

    private void init(RoutingContext ctx) {
        Recording recording = recording(ctx);
        work(() -> shelf.tape(recording).init())
                .onComplete(Reply.to(ctx, bytes -> send(ctx, bytes)));
    }

    private void segment(RoutingContext ctx) {
        Recording recording = recording(ctx);
        PieceName name =
                PieceName.read(Objects.requireNonNull(ctx.pathParam("name")))
                        .orElseThrow(() -> new Refusal(Problem.notFound()));
        if (!building.tryAcquire()) {
            throw new Refusal(new Problem("busy", 503, "busy", "Ask again in a second."));
        }
        work(() -> piece(recording, name))
                .onComplete(done -> building.release())
                .onComplete(Reply.to(ctx, bytes -> send(ctx, bytes)));
    }

    private byte[] piece(Recording recording, PieceName name) throws IOException {
        Tape tape = shelf.tape(recording);
        if (!name.front().equals(tape.front())) {
            return Former.piece(recording, name);
        }
        if (name.number() >= tape.pieces().size()) {
            throw new Refusal(Problem.notFound());
        }
        return tape.piece(name.number());
    }

    private void send(RoutingContext ctx, byte[] bytes) {
        Reply.bytes(ctx, LiveDoor.SEGMENT, Reply.IMMUTABLE, Body.of(bytes), meters::sent);
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record Mp4(byte[] header, Payload samples, long length) {}

    private void mp4(RoutingContext ctx) {
        Recording recording = recording(ctx);
        work(() -> mp4(recording)).onComplete(Reply.to(ctx, mp4 -> send(ctx, recording, mp4)));
    }

    private Mp4 mp4(Recording recording) throws IOException {
        Shelf.Tape tape = shelf.tape(recording);
        boolean whole = recording.trim().equals(Trim.NONE); // else the file may change its length
        Payload samples =
                whole && recording.folder().hasSamples()
                        ? new Payload.Local(vertx, recording.folder().samples())
                        : new Payload.Logged(vertx, tape.log());
        return new Mp4(shelf.mp4Header(tape), samples, tape.log().samplesSize());
    }

    private void send(RoutingContext ctx, Recording recording, Mp4 mp4) {
        Attachment.name(ctx, recording.session().title());
        new Mp4Reply(meters)
                .send(ctx, mp4.header, mp4.samples, mp4.length, tag(recording, mp4.length));
    }

    private static String tag(Recording recording, long length) {
        String cut = recording.folder().shown().prefix();
        return '"' + cut + recording.session().id().text() + '-' + length + '"';
    }

    private <T> Future<T> work(Callable<T> task) {
        return vertx.executeBlocking(task, false).map(result -> Objects.requireNonNull(result));
    }
}
