package io.rostrum.streaming.playback;

import io.rostrum.gate.Gate;
import io.rostrum.http.Gzip;
import io.rostrum.http.Later;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Viewers;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.packager.Part;
import io.rostrum.streaming.packager.View;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked most, before all doors: parts and playlists of live programs that anybody may
 * watch. Everything else, and all that is odd, goes on to the doors, which answer the same in more
 * steps. Confined to one event loop.
 */
public final class FastLane implements Handler<HttpServerRequest> {
    private static final CharSequence SEGMENT = HttpHeaders.createOptimized(LiveDoor.SEGMENT);
    private static final CharSequence PLAYLIST = HttpHeaders.createOptimized(LiveDoor.PLAYLIST);
    private static final CharSequence IMMUTABLE = HttpHeaders.createOptimized(Reply.IMMUTABLE);
    private static final CharSequence RANGE = HttpHeaders.createOptimized("Range");
    private static final CharSequence BYTES = HttpHeaders.createOptimized("bytes");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence ENCODING = HttpHeaders.createOptimized("Accept-Encoding");
    private static final CharSequence CACHE_BLOCKING =
            HttpHeaders.createOptimized(LiveDoor.CACHE_BLOCKING);
    private static final CharSequence CACHE_PLAIN =
            HttpHeaders.createOptimized(LiveDoor.CACHE_PLAIN);

    private final OnAir onAir;
    private final Predicate<Live> open;
    private final Audience audience;
    private final PlaybackMeters meters;
    private final Rendered rendered;
    private final String base;
    private final Handler<HttpServerRequest> doors;
    private final WarmBytes warm = new WarmBytes();

    /**
     * What all lanes share, and the doors behind them.
     *
     * @param open whether anybody may watch a program now
     * @param gate knows who asks, behind a proxy too
     * @param base what our absolute addresses begin with
     */
    public record Shared(
            OnAir onAir,
            Predicate<Live> open,
            Viewers viewers,
            Gate gate,
            PlaybackMeters meters,
            Texts texts,
            String base) {
        Audience audience() {
            return new Audience(viewers, gate);
        }
    }

    /** Playlists that were written for all who ask. */
    public static final class Texts {
        private final Rendered rendered = new Rendered();

        /** Forgets those of programs that are over. */
        public Texts(OnAir onAir) {
            onAir.whenForgotten(program -> rendered.forget(program.session().id()));
        }

        Rendered rendered() {
            return rendered;
        }
    }

    /**
     * @param doors who answers everything else
     */
    public FastLane(Shared shared, Handler<HttpServerRequest> doors) {
        this.onAir = shared.onAir;
        this.open = shared.open;
        this.audience = shared.audience();
        this.meters = shared.meters;
        this.rendered = shared.texts.rendered();
        this.base = shared.base;
        this.doors = doors;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (!serves(request)) {
            doors.handle(request);
        }
    }

    private boolean serves(HttpServerRequest request) {
        @Nullable String path = request.path();
        if (path == null || !HttpMethod.GET.equals(request.method())) {
            return false;
        }
        MediaAddress asked = MediaAddress.read(path);
        boolean part = asked != null && asked.part() >= 0;
        if (asked == null) {
            asked = MediaAddress.playlist(path);
        }
        Live live = asked == null ? null : live(asked);
        if (asked == null || live == null || request.headers().contains(RANGE)) {
            return false;
        }
        return part ? part(request, live, asked) : asked.playlist() && playlist(request, live);
    }

    private @Nullable Live live(MediaAddress asked) {
        Id channel = Id.parse(asked.channel()).orElse(null);
        Live live = channel == null ? null : onAir.onChannel(channel).orElse(null);
        return live != null && live.session().id().text().equals(asked.session()) && open.test(live)
                ? live
                : null;
    }

    private boolean part(HttpServerRequest request, Live live, MediaAddress asked) {
        View now = live.view();
        Part there = now.part(asked.number(), asked.part()).orElse(null);
        if (there != null) {
            send(request, there.bytes());
            return true;
        }
        if (!now.awaits(asked.number(), asked.part())) {
            return false;
        }
        live.await(view -> !view.awaits(asked.number(), asked.part()), LiveDoor.PATIENCE_NANOS)
                .onComplete(
                        Later.answer(
                                view -> part(request, live, asked, view),
                                why -> fail(request, why)));
        return true;
    }

    private void part(HttpServerRequest request, Live live, MediaAddress asked, View view) {
        view.part(asked.number(), asked.part())
                .filter(part -> open.test(live))
                .ifPresentOrElse(part -> send(request, part.bytes()), () -> doors.handle(request));
    }

    private void fail(HttpServerRequest request, Throwable why) {
        Doors.toAll(request.response(), base);
        Reply.failure(request, why);
    }

    private void send(HttpServerRequest request, byte[] part) {
        HttpServerResponse response = request.response();
        Doors.toAll(response, base);
        response.putHeader(HttpHeaders.CONTENT_TYPE, SEGMENT)
                .putHeader(HttpHeaders.CACHE_CONTROL, IMMUTABLE)
                .putHeader(HttpHeaders.ACCEPT_RANGES, BYTES)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(part.length));
        Reply.settle(warm.end(response, part));
        meters.sent(part.length);
    }

    private boolean playlist(HttpServerRequest request, Live live) {
        Reload reload;
        try {
            reload = LiveDoor.reload(request);
            reload.check(live.view());
        } catch (Refusal odd) {
            return false;
        }
        audience.saw(request, live.channel());
        live.await(LiveDoor.answers(reload), LiveDoor.PATIENCE_NANOS)
                .onComplete(
                        Later.answer(
                                view -> playlist(request, live, view, reload),
                                why -> fail(request, why)));
        return true;
    }

    private void playlist(HttpServerRequest request, Live live, View view, Reload reload) {
        if (open.test(live)) {
            send(request, live, view, reload);
        } else {
            doors.handle(request);
        }
    }

    private void send(HttpServerRequest request, Live live, View view, Reload reload) {
        Reply.Text text =
                rendered.playlist(live.session().id(), view, reload.delta() && !view.ended());
        boolean packed = Gzip.accepted(request);
        byte[] bytes = packed ? text.gzip() : text.plain();
        HttpServerResponse response = request.response();
        Doors.toAll(response, base);
        response.putHeader(HttpHeaders.CONTENT_TYPE, PLAYLIST)
                .putHeader(HttpHeaders.CACHE_CONTROL, reload.waits() ? CACHE_BLOCKING : CACHE_PLAIN)
                .putHeader(HttpHeaders.VARY, ENCODING);
        if (packed) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        Reply.settle(warm.end(response, bytes));
        meters.sent(bytes.length);
    }
}
