package io.rostrum.center.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.peer.OnAirMarks.Mark;
import io.rostrum.center.program.ProgramSettings;
import io.rostrum.protocol.feed.Id;
import io.rostrum.testing.FakeClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final Mark LIVE = new Mark(new Id("r1"), new Id("s1"));
    private static final Mark GONE = new Mark(new Id("r2"), new Id("s2"));
    private static final Mark STUCK = new Mark(new Id("r3"), new Id("s3"));

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    @TempDir Path folder;

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        return future.timeout(20, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private Broadcaster broadcaster() {
        HttpServer streaming =
                await(
                        vertx.createHttpServer()
                                .requestHandler(request -> {
                                    asked.add(
                                            request.method()
                                                    + " "
                                                    + request.path()
                                                    + " "
                                                    + request.getHeader("authorization"));
                                    int status =
                                            request.path().contains("r1")
                                                    ? 200
                                                    : request.path().contains("r2") ? 404 : 503;
                                    request.response().setStatusCode(status).end();
                                })
                                .listen(0, "127.0.0.1"));
        URI url = URI.create("http://127.0.0.1:" + streaming.actualPort());
        return new Broadcaster(
                vertx,
                ProgramSettings.DEFAULT,
                url,
                url,
                "secret",
                folder,
                new OnAirMarks(folder.resolve("on-air")),
                new FakeClock(),
                () -> "s");
    }

    @Test
    void whatWasLeftOnAirIsEndedAndForgotten() throws Exception {
        Broadcaster broadcaster = broadcaster();
        OnAirMarks marks = broadcaster.marks();
        marks.put(LIVE);
        marks.put(GONE);
        Files.write(folder.resolve("on-air").resolve("no mark of ours"), new byte[0]);
        await(Leftovers.end(broadcaster));
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "POST /feed/r1/s1/end Bearer secret", "POST /feed/r2/s2/end Bearer secret");
        assertThat(marks.all()).isEmpty();
    }

    @Test
    void whatCannotBeEndedIsTriedAgainAtTheNextStart() throws Exception {
        Broadcaster broadcaster = broadcaster();
        broadcaster.marks().put(STUCK);
        await(Leftovers.end(broadcaster).otherwiseEmpty());
        assertThat(broadcaster.marks().all()).containsExactly(STUCK);
    }

    @Test
    void nothingLeftIsNothingToDo() {
        await(Leftovers.end(broadcaster()));
        assertThat(asked).isEmpty();
    }
}
