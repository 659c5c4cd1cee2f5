package io.rostrum.streaming.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rostrum.gate.Callers;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Prices;
import io.rostrum.gate.SecurityLog;
import io.rostrum.http.WellFormed;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.directory.Viewers;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.live.Writer;
import io.rostrum.streaming.packager.LiveSegment;
import io.rostrum.streaming.packager.Part;
import io.rostrum.streaming.packager.View;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.Takes;
import io.rostrum.testing.Eventually;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked most, on a server of which something fails of itself. */
class FastLaneFaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final Part PART = new Part(1, 0, 0, 45_000, true, new byte[100]);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Context owner = vertx.getOrCreateContext();
    private final AtomicInteger asked = new AtomicInteger();
    private Writer writer;
    private int port;
    private int faultAt;
    private boolean deep;

    @BeforeEach
    void start() {
        OnAir onAir = new OnAir(vertx, new Nobody());
        Session session =
                new Session(
                        new Id("s1"),
                        new Id("r1"),
                        "Title",
                        "Host",
                        START,
                        null,
                        null,
                        Visibility.PUBLIC);
        View view = new View(START, List.of(new LiveSegment(1, List.of(), false)), false);
        writer =
                onAir.begin(
                        owner,
                        new Live.Start(
                                session,
                                null,
                                null,
                                new byte[0],
                                Takes.NONE,
                                Layer.NONE,
                                view,
                                null));
        Gate gate =
                new Gate(
                        Callers.DIRECT,
                        Prices.perMinute(Prices.ROOMS, Prices.ENTRIES),
                        SecurityLog.none(),
                        System::nanoTime);
        FastLane lane =
                new FastLane(
                        new FastLane.Shared(
                                onAir,
                                this::open,
                                new Viewers(),
                                gate,
                                new PlaybackMeters(new SimpleMeterRegistry()),
                                new FastLane.Texts(onAir),
                                "http://x"),
                        request -> request.response().setStatusCode(404).end());
        port =
                done(WellFormed.on(vertx.createHttpServer(), lane).listen(0, "127.0.0.1"))
                        .actualPort();
    }

    private static final class Nobody implements OnAir.Listener {
        @Override
        public void onPlayable(Live live) {}

        @Override
        public void onChanged(Live live) {}

        @Override
        public void onEnded(Live live, boolean kept) {}
    }

    private boolean open(Live live) {
        if (asked.incrementAndGet() >= faultAt) {
            if (deep) {
                throw new StackOverflowError();
            }
            throw new IllegalStateException("a fault of ours");
        }
        return true;
    }

    @AfterEach
    void stop() {
        done(vertx.close());
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private CompletableFuture<HttpResponse<String>> ask(String name) {
        URI address = URI.create("http://127.0.0.1:" + port + "/live/r1/s1/" + name);
        return http.sendAsync(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({"1.0.m4s, false", "1.0.m4s, true", "media.m3u8, false", "media.m3u8, true"})
    void whoWaitedIsAnsweredThoughWeFail(String name, boolean error) throws Exception {
        faultAt = 2;
        deep = error;
        CompletableFuture<HttpResponse<String>> answer = ask(name);
        Eventually.holds("one waits", PATIENCE, () -> writer.live().waiting() == 1);
        LiveSegment whole = new LiveSegment(1, List.of(PART), true);
        LiveSegment next = new LiveSegment(2, List.of(), false);
        View view = new View(START, List.of(whole, next), false);
        owner.runOnContext(go -> writer.publish(view));
        assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(500);
        assertThat(answer.get().body()).contains("problems/internal");
    }

    @ParameterizedTest
    @CsvSource({"1.0.m4s, false", "media.m3u8, true"})
    void soIsWhoDidNotHaveToWait(String name, boolean error) throws Exception {
        faultAt = 1;
        deep = error;
        HttpResponse<String> answer = ask(name).get(20, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("problems/internal");
    }
}
