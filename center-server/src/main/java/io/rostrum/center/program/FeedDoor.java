package io.rostrum.center.program;

import io.rostrum.protocol.feed.FeedFailure;
import io.rostrum.protocol.feed.FeedHeaders;
import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.protocol.feed.FeedPaths;
import io.rostrum.protocol.feed.FeedProblem;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.protocol.feed.Take;
import io.rostrum.protocol.text.Words;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The streaming server's ingest door as docs/protocol.md "Feed" has it: one call, one future.
 *
 * <p>Segments go over a connection of their own, one behind the other without waiting for answers
 * (HTTP pipelining), so that they arrive in order. Every failure is a {@link FeedException}.
 */
final class FeedDoor {
    /** Segments whose answers may be outstanding on the connection. */
    private static final int PIPELINE = 8;

    private static final int UNKNOWN_LOSS = 5;

    private final FeedTarget target;
    private final HttpClient calls;
    private final HttpClient segments;
    private final long patience;

    FeedDoor(Vertx vertx, FeedTarget target) {
        this.target = target;
        patience = target.patience().toMillis();
        HttpClientOptions options =
                new HttpClientOptions()
                        .setConnectTimeout((int) Math.min(patience, 3000))
                        .setKeepAlive(true);
        calls = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(2));
        segments =
                vertx.createHttpClient(
                        new HttpClientOptions(options)
                                .setPipelining(true)
                                .setPipeliningLimit(PIPELINE),
                        new PoolOptions().setHttp1MaxSize(1));
    }

    /** Opens or resumes the session: where it stands. */
    Future<Standing> open() {
        JsonObject body =
                new JsonObject()
                        .put("session", target.session().text())
                        .put("title", bounded(target.title()))
                        .put("host", bounded(target.host()))
                        .put("startedAt", target.startedAt().toString());
        return call(HttpMethod.POST, FeedPaths.channel(target.channel()), body)
                .map(FeedDoor::standing);
    }

    /**
     * @param begins when time 0 was captured
     */
    Future<Void> init(byte[] init, Instant begins) {
        String path = FeedPaths.init(target.channel(), target.session());
        return request(calls, HttpMethod.PUT, path, patience)
                .compose(request -> {
                    request.putHeader(FeedHeaders.CONTENT_TYPE, FeedHeaders.MP4);
                    request.putHeader(FeedHeaders.BEGINS, begins.toString());
                    return bounded(request.send(Buffer.buffer(init)));
                })
                .compose(this::answer)
                .recover(FeedDoor::failed)
                .mapEmpty();
    }

    /** A segment whose body the caller writes; {@link #acknowledged} reads its answer. */
    Future<HttpClientRequest> segment(long number) {
        String path = FeedPaths.segment(target.channel(), target.session(), number);
        Future<HttpClientRequest> asked = request(segments, HttpMethod.PUT, path, 0);
        return bounded(asked)
                .onFailure(why -> asked.onSuccess(HttpClientRequest::reset)) // it came too late
                .map(request -> {
                    request.putHeader(FeedHeaders.CONTENT_TYPE, FeedHeaders.MP4);
                    return request.setChunked(true);
                });
    }

    /**
     * The acknowledgement of a segment.
     *
     * @param next the number of the segment that is wanted next
     * @param loss what viewers by WebRTC lose of the sound, in percent
     */
    record Acknowledged(long next, int loss) {}

    Future<Acknowledged> acknowledged(HttpClientResponse response) {
        return answer(response)
                .map(json -> new Acknowledged(next(json), loss(json)))
                .recover(FeedDoor::failed);
    }

    /** A server that does not know it does not say it: then some is assumed. */
    private static int loss(JsonObject json) {
        return json.getValue("loss") instanceof Number loss
                ? Math.clamp(loss.longValue(), 0, 100)
                : UNKNOWN_LOSS;
    }

    Future<Void> tell(Take take) {
        String path = FeedPaths.session(target.channel(), target.session());
        JsonObject news =
                new JsonObject().put("picture", bounded(take.picture())).put("at", take.at());
        return call(HttpMethod.PATCH, path, news).mapEmpty();
    }

    /** A text as long as the door takes it. */
    private static String bounded(String text) {
        return Words.cut(text, FeedLimits.DEFAULT.titleLength());
    }

    Future<Void> end() {
        String path = FeedPaths.end(target.channel(), target.session());
        return call(HttpMethod.POST, path, new JsonObject()).mapEmpty();
    }

    void close() {
        calls.close();
        segments.close();
    }

    private Future<JsonObject> call(HttpMethod method, String path, JsonObject body) {
        return request(calls, method, path, patience)
                .compose(request -> {
                    request.putHeader(FeedHeaders.CONTENT_TYPE, FeedHeaders.JSON);
                    return bounded(request.send(body.toBuffer()));
                })
                .compose(this::answer)
                .recover(FeedDoor::failed);
    }

    /**
     * With a time-out of its own, so that a request without an answer gives its connection back.
     */
    private Future<HttpClientRequest> request(
            HttpClient client, HttpMethod method, String path, long timeout) {
        return client.request(
                new RequestOptions()
                        .setMethod(method)
                        .setIdleTimeout(timeout)
                        .setAbsoluteURI(target.address(path))
                        .putHeader(FeedHeaders.AUTHORIZATION, FeedHeaders.bearer(target.key())));
    }

    private <T> Future<T> bounded(Future<T> future) {
        return future.timeout(patience, TimeUnit.MILLISECONDS);
    }

    private static <T> Future<T> failed(Throwable why) {
        return Future.failedFuture(FeedException.of(why));
    }

    private Future<JsonObject> answer(HttpClientResponse response) {
        return bounded(response.body()).map(body -> read(response.statusCode(), body));
    }

    private static JsonObject read(int status, Buffer body) {
        JsonObject json = json(body);
        if (status / 100 == 2) {
            return json;
        }
        String detail = text(json, "detail", "status " + status);
        Optional<FeedProblem> problem = FeedProblem.ofType(text(json, "type", ""));
        throw FeedFailure.of(status, problem)
                .map(failure -> FeedException.lasting(failure, words(failure, detail)))
                .orElseGet(() -> FeedException.passing("The streaming server said: " + detail));
    }

    private static String words(FeedFailure failure, String detail) {
        return switch (failure) {
            case BAD_KEY -> "The streaming server knows another feed secret.";
            case CHANNEL_ON_AIR -> "Another program is on air on this channel.";
            default -> "The streaming server refused the program: " + detail;
        };
    }

    private static JsonObject json(Buffer body) {
        try {
            return body.length() == 0 ? new JsonObject() : new JsonObject(body);
        } catch (DecodeException | ClassCastException notJson) {
            return new JsonObject();
        }
    }

    private static String text(JsonObject json, String key, String otherwise) {
        return json.getValue(key) instanceof String text ? text : otherwise;
    }

    private static Standing standing(JsonObject json) {
        JsonObject latest =
                json.getValue("latest") instanceof JsonObject times ? times : new JsonObject();
        return new Standing(
                next(json),
                time(latest, FeedTracks.VIDEO),
                time(latest, FeedTracks.AAC),
                startedAt(json));
    }

    private static @Nullable Instant startedAt(JsonObject json) {
        try {
            return json.getValue("startedAt") instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static long time(JsonObject latest, int track) {
        return latest.getValue(String.valueOf(track)) instanceof Number time
                ? time.longValue()
                : -1;
    }

    private static long next(JsonObject json) {
        if (json.getValue("next") instanceof Number next) {
            return next.longValue();
        }
        throw FeedException.passing("The streaming server did not say which segment is next.");
    }
}
