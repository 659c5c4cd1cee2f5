package io.rostrum.streaming.captions;

import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Managers;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.packager.Playlists;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** Captions of recordings. Thread: the connection's event loop; the disk on workers. */
public final class CaptionDoor {
    private static final String ALL = "/api/recordings/:id/captions";
    private static final String ONE = ALL + "/:language";
    private static final String PLAYLIST = "application/vnd.apple.mpegurl";
    private static final String VTT = "text/vtt; charset=utf-8";

    /** A talk of ten hours has half of that. */
    static final int LARGEST = 1 << 20;

    private final Vertx vertx;
    private final Recordings recordings;
    private final Managers managers;

    public CaptionDoor(Vertx vertx, Recordings recordings, Managers managers) {
        this.vertx = vertx;
        this.recordings = recordings;
        this.managers = managers;
    }

    public void mount(Router router) {
        Doors.get(router, "/recordings/:id/captions.json").handler(this::list);
        Doors.getMatching(router, "/recordings/(?<id>[^/]+)/captions-(?<language>[^/]+)\\.vtt")
                .handler(this::words);
        Doors.getMatching(router, "/recordings/(?<id>[^/]+)/captions-(?<language>[^/]+)\\.m3u8")
                .handler(this::playlist);
        router.put(ONE)
                .handler(this::admit)
                .handler(SmallBody.of(MediaType.VTT, LARGEST))
                .handler(this::keep);
        router.delete(ONE).handler(this::remove);
    }

    private void list(RoutingContext ctx) {
        Captions captions = of(recording(ctx));
        work(captions::languages)
                .onComplete(Reply.to(ctx, languages -> Reply.json(ctx, json(languages))));
    }

    private static JsonArray json(List<Language> languages) {
        JsonArray array = new JsonArray();
        languages.forEach(language ->
                array.add(
                        new JsonObject()
                                .put("language", language.tag())
                                .put("name", language.name())
                                .put("file", Captions.fileName(language))));
        return array;
    }

    private void words(RoutingContext ctx) {
        Captions captions = of(recording(ctx));
        Language language = language(ctx);
        work(() -> captions.read(language).orElseThrow(() -> new Refusal(Problem.notFound())))
                .onComplete(
                        Reply.to(
                                ctx,
                                vtt -> Reply.text(ctx, VTT, Reply.Text.of(vtt), Reply.NO_CACHE)));
    }

    private void playlist(RoutingContext ctx) {
        Recording recording = recording(ctx);
        Language language = language(ctx);
        work(
                        () -> {
                            if (!of(recording).languages().contains(language)) {
                                throw new Refusal(Problem.notFound());
                            }
                            return Playlists.captions(
                                    Captions.fileName(language), recording.duration());
                        })
                .onComplete(
                        Reply.to(
                                ctx,
                                text ->
                                        Reply.text(
                                                ctx,
                                                PLAYLIST,
                                                Reply.Text.of(text),
                                                Reply.NO_CACHE)));
    }

    private void keep(RoutingContext ctx) {
        Recording recording = managed(ctx);
        Language language = language(ctx);
        Buffer body = SmallBody.in(ctx);
        work(() -> keep(of(recording), language, body.getBytes()))
                .onComplete(Reply.to(ctx, languages -> Reply.json(ctx, json(languages))));
    }

    private static List<Language> keep(Captions captions, Language language, byte[] file)
            throws IOException {
        List<Cue> cues;
        try {
            cues = WebVtt.read(file);
        } catch (WebVtt.Malformed e) {
            throw new Refusal(new Problem("bad-captions", 400, "bad captions", words(e)));
        }
        if (cues.isEmpty()) {
            throw new Refusal(
                    new Problem("bad-captions", 400, "bad captions", "There is no cue in it."));
        }
        if (!captions.keep(language, cues)) {
            throw new Refusal(
                    new Problem(
                            "too-many-captions",
                            409,
                            "too many captions",
                            "A recording has captions in at most "
                                    + Captions.MOST
                                    + " languages."));
        }
        return captions.languages();
    }

    private static String words(WebVtt.Malformed e) {
        return Objects.requireNonNullElse(e.getMessage(), "This is no WebVTT.");
    }

    private void remove(RoutingContext ctx) {
        Captions captions = of(managed(ctx));
        Language language = language(ctx);
        work(
                        () -> {
                            captions.remove(language);
                            return captions.languages();
                        })
                .onComplete(Reply.to(ctx, languages -> Reply.json(ctx, json(languages))));
    }

    /** Before a byte of the body is read. */
    private void admit(RoutingContext ctx) {
        var _ = managed(ctx);
        ctx.next();
    }

    private Recording managed(RoutingContext ctx) {
        Recording recording = recording(ctx);
        managers.require(ctx, recording.session().channel());
        return recording;
    }

    private Recording recording(RoutingContext ctx) {
        Id id = PathId.of(ctx, "id");
        return recordings
                .one(id)
                .orElseThrow(() -> new Refusal(Problem.unknownRecording(id.text())));
    }

    private static Captions of(Recording recording) {
        return new Captions(recording.folder());
    }

    private static Language language(RoutingContext ctx) {
        return Language.parse(Objects.requireNonNullElse(ctx.pathParam("language"), ""))
                .orElseThrow(() ->
                        new Refusal(Problem.badRequest("A language is a tag as en or zh-CN.")));
    }

    private <T> Future<T> work(Callable<T> task) {
        return vertx.executeBlocking(task, false).map(result -> Objects.requireNonNull(result));
    }
}
