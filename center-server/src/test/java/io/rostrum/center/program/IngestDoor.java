package io.rostrum.center.program;

import io.rostrum.http.WellFormed;
import io.rostrum.protocol.cmaf.FragmentReader;
import io.rostrum.protocol.cmaf.InitSegment;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedHeaders;
import io.rostrum.protocol.feed.FeedProblem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The other end of the feed: keeps the protocol strictly, and fails where a test wants it to.
 *
 * <p>The knobs are set from the test's thread.
 */
final class IngestDoor implements AutoCloseable {
    static final String SECRET = "s3cret";

    final Map<Long, byte[]> stored = new ConcurrentSkipListMap<>();
    final List<JsonObject> news = new CopyOnWriteArrayList<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile long next;
    volatile JsonObject latest = new JsonObject();
    volatile byte[] init = new byte[0];
    volatile String begins = "";
    volatile boolean ended;

    /** Answers every POST that opens a session with this. */
    volatile FeedProblem refuse;

    /** What viewers lose, told with the acknowledgement of each segment; null: not told. */
    volatile LongFunction<@Nullable Integer> loss = number -> 0;

    /** Takes all and says nothing. */
    volatile boolean mute;

    /** Closes the connection in the middle of these segments, once each. */
    final Set<Long> cutAt = java.util.Collections.synchronizedSet(new HashSet<>());

    /** Stores these segments but closes the connection in place of an answer, once each. */
    final Set<Long> loseAckOf = java.util.Collections.synchronizedSet(new HashSet<>());

    /** Takes that much of a body and then pauses for as many milliseconds. */
    volatile long slowMillis;

    /** Called with each number when it was stored. */
    volatile LongConsumer onStored = number -> {};

    private final Vertx vertx;
    private HttpServer server;

    IngestDoor(Vertx vertx) {
        this.vertx = vertx;
        open(0);
    }

    void open(int port) {
        server = WellFormed.on(vertx.createHttpServer(), this::handle);
        try {
            server.listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        try {
            server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        calls.add(request.method() + " " + path);
        if (mute) {
            request.handler(lost -> {});
            return;
        }
        if (!("Bearer " + SECRET).equals(request.getHeader("Authorization"))) {
            problem(request, FeedProblem.BAD_FEED_KEY, null);
        } else if (path.contains("/segments/")) {
            segment(request, Long.parseLong(path.substring(path.lastIndexOf('/') + 1)));
        } else {
            request.body().onSuccess(body -> small(request, path, body));
        }
    }

    private void small(HttpServerRequest request, String path, Buffer body) {
        if (path.endsWith("/init")) {
            if (init.length > 0 && !java.util.Arrays.equals(init, body.getBytes())) {
                problem(request, FeedProblem.OTHER_INIT, null);
                return;
            }
            init = body.getBytes();
            begins = request.getHeader(FeedHeaders.BEGINS);
            request.response().end("{}");
        } else if (path.endsWith("/end")) {
            ended = true;
            request.response().end("{}");
        } else if (request.method().name().equals("PATCH")) {
            news.add(body.toJsonObject());
            request.response().end("{}");
        } else if (refuse != null) {
            problem(request, refuse, null);
        } else {
            JsonObject answer =
                    new JsonObject().put("session", "s").put("next", next).put("latest", latest);
            request.response().setStatusCode(next == 0 ? 201 : 200).end(answer.encode());
        }
    }

    private void segment(HttpServerRequest request, long number) {
        if (number > next) {
            problem(request, FeedProblem.OUT_OF_ORDER, next);
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            body.appendBuffer(chunk);
            if (cutAt.remove(number)) {
                request.connection().close();
            } else if (slowMillis > 0) {
                request.pause();
                vertx.setTimer(slowMillis, go -> request.resume());
            }
        });
        request.exceptionHandler(gone -> {});
        request.endHandler(end -> stored(request, number, body));
    }

    private void stored(HttpServerRequest request, long number, Buffer body) {
        stored.put(number, body.getBytes());
        next = Math.max(next, number + 1);
        onStored.accept(number);
        if (loseAckOf.remove(number)) {
            request.connection().close();
        } else {
            JsonObject answer = new JsonObject().put("next", number + 1);
            Integer lost = loss.apply(number);
            if (lost != null) {
                answer.put("loss", lost);
            }
            request.response().end(answer.encode());
        }
    }

    private static void problem(HttpServerRequest request, FeedProblem problem, Long next) {
        JsonObject json =
                new JsonObject()
                        .put("type", problem.type())
                        .put("title", problem.code())
                        .put("status", problem.status())
                        .put("detail", "because the test wants it");
        if (next != null) {
            json.put("next", next);
        }
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(json.encode());
    }

    /** All samples in order, as the protocol's reader sees them. */
    List<Sample> samples() throws Exception {
        List<Sample> samples = new ArrayList<>();
        long expected = 0;
        for (Map.Entry<Long, byte[]> segment : stored.entrySet()) {
            if (segment.getKey() != expected++) {
                throw new AssertionError("segment missing before " + segment.getKey());
            }
            FragmentReader reader = new FragmentReader();
            reader.read(segment.getValue(), samples::add);
            if (!reader.atBoundary()) {
                throw new AssertionError("segment " + segment.getKey() + " ends in a fragment");
            }
        }
        return samples;
    }

    InitSegment initSegment() throws Exception {
        return InitSegment.read(init);
    }
}
