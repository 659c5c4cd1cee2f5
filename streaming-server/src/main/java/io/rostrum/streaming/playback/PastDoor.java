package io.rostrum.streaming.playback;

import io.rostrum.gate.Gate;
import io.rostrum.http.Gzip;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.directory.Viewers;
import io.rostrum.streaming.http.Body;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.packager.PastPlaylist;
import io.rostrum.streaming.packager.Piece;
import io.rostrum.streaming.packager.Playlists;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewind: a live program from its first moment on, as HLS. Thread: the connection's event loop; the
 * disk on workers.
 */
public final class PastDoor {
    private static final String CACHE = "public, max-age=1";
    private static final Pattern NAME = Pattern.compile("(\\d{1,9})\\.m4s");

    /** Pieces that are read and built at the same moment. */
    private static final int MOST_AT_ONCE = 64;

    private final Vertx vertx;
    private final OnAir onAir;
    private final Past past;
    private final Audience audience;
    private final PlaybackMeters meters;
    private final Semaphore building = new Semaphore(MOST_AT_ONCE);
    private final Map<Id, Texts> written = new ConcurrentHashMap<>();

    /** A playlist that was written for so many pieces. */
    private record Texts(int pieces, Reply.Text full, Reply.Text delta) {}

    public PastDoor(
            Vertx vertx,
            OnAir onAir,
            Recordings recordings,
            Shelf shelf,
            Viewers viewers,
            Gate gate,
            PlaybackMeters meters) {
        this.vertx = vertx;
        this.onAir = onAir;
        this.past = new Past(onAir, recordings, shelf);
        this.audience = new Audience(viewers, gate);
        this.meters = meters;
        onAir.whenForgotten(program -> written.remove(program.session().id()));
    }

    public void mount(Router router) {
        Doors.get(router, "/live/:channel/dvr.m3u8").handler(this::master);
        Doors.get(router, "/live/:channel/:session/dvr.m3u8").handler(this::media);
        Doors.get(router, "/live/:channel/:session/dvr/init.mp4").handler(this::init);
        Doors.get(router, "/live/:channel/:session/dvr/:name").handler(this::piece);
    }

    private void master(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        Live program =
                onAir.onChannel(channel)
                        .filter(one -> one.init() != null)
                        .orElseThrow(() -> new Refusal(Problem.notOnAir(channel.text())));
        String media = Audience.named(ctx, program.session().id() + "/dvr.m3u8");
        Reply.Text text = Reply.Text.of(Playlists.live(media, program.codecs()));
        Reply.text(ctx, LiveDoor.PLAYLIST, text, Reply.NO_CACHE);
    }

    private void media(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        Id session = PathId.of(ctx, "session");
        boolean delta = Reload.read(null, null, ctx.request().getParam("_HLS_skip")).delta();
        if (onAir.watchable(channel, session).isPresent()) {
            audience.saw(ctx, channel);
        }
        boolean packed = Gzip.accepted(ctx.request());
        work(() -> prepared(playlist(channel, session, delta), packed))
                .onComplete(Reply.to(ctx, text -> playlist(ctx, text)));
    }

    private void playlist(RoutingContext ctx, Reply.Text text) {
        meters.sent(Reply.text(ctx, LiveDoor.PLAYLIST, text, CACHE));
    }

    /** The past of a long program is packed here, and not on the event loop. */
    private static Reply.Text prepared(Reply.Text text, boolean packed) {
        if (packed) {
            var _ = text.gzip();
        }
        return text;
    }

    private Reply.Text playlist(Id channel, Id session, boolean delta) throws IOException {
        Past.Source source = past.source(channel, session);
        List<Piece> pieces = source.pieces();
        if (pieces.isEmpty()) {
            throw new Refusal(
                    new Problem("not-yet", 503, "not yet", "There is no past to go back to yet."));
        }
        if (source.ended()) {
            return Reply.Text.of(PastPlaylist.write(source.startedAt(), pieces, true, false));
        }
        Texts texts = written.get(session);
        if (texts == null || texts.pieces != pieces.size()) {
            texts =
                    new Texts(
                            pieces.size(), text(source, pieces, false), text(source, pieces, true));
            written.put(session, texts);
        }
        return delta ? texts.delta : texts.full;
    }

    private static Reply.Text text(Past.Source source, List<Piece> pieces, boolean delta) {
        return Reply.Text.of(PastPlaylist.write(source.startedAt(), pieces, false, delta));
    }

    private void init(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        Id session = PathId.of(ctx, "session");
        work(() -> past.source(channel, session).init())
                .onComplete(Reply.to(ctx, bytes -> send(ctx, bytes)));
    }

    private void piece(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        Id session = PathId.of(ctx, "session");
        Matcher name = NAME.matcher(ctx.pathParam("name"));
        if (!name.matches()) {
            throw new Refusal(Problem.notFound());
        }
        if (!building.tryAcquire()) {
            throw new Refusal(new Problem("busy", 503, "busy", "Ask again in a second."));
        }
        long number = Long.parseLong(name.group(1));
        work(() -> past.piece(channel, session, number))
                .onComplete(done -> building.release())
                .onComplete(Reply.to(ctx, bytes -> send(ctx, bytes)));
    }

    private void send(RoutingContext ctx, byte[] bytes) {
        Reply.bytes(ctx, LiveDoor.SEGMENT, Reply.IMMUTABLE, Body.of(bytes), meters::sent);
    }

    private <T> Future<T> work(Callable<T> task) {
        return vertx.executeBlocking(task, false).map(result -> Objects.requireNonNull(result));
    }
}
