package io.rostrum.center.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.air.OnAirMarks.Mark;
import io.rostrum.center.program.FeedStore;
import io.rostrum.center.program.ProgramSettings;
import io.rostrum.center.room.Refusal;
import io.rostrum.center.room.Rooms;
import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.FeedKey;
import io.rostrum.protocol.feed.Id;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.testing.FakeClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final Mark LIVE = mark("r1", "s1");
    private static final Mark GONE = mark("r2", "s2");
    private static final Mark STUCK = mark("r3", "s3");

    /** All rooms of before are gone. */
    private static final Rooms NOWHERE =
            new Rooms(id ->
                    Future.failedFuture(
                            new Refusal(ProblemCode.UNKNOWN_ROOM, "There is no such room.")));

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    @TempDir Path folder;

    private static Mark mark(String room, String session) {
        return new Mark(
                new Id(room), new Studio.Left(session, "Town hall", "Ana", Instant.EPOCH, true));
    }

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
                new FeedStore(folder, FeedStore.DEFAULT_LIMIT),
                new OnAirMarks(folder.resolve("on-air")),
                new FakeClock(),
                () -> "s");
    }

    @Test
    void whatWasLeftOnAirByRoomsThatAreGoneIsEndedAndForgotten() throws Exception {
        Broadcaster broadcaster = broadcaster();
        OnAirMarks marks = broadcaster.marks();
        marks.put(LIVE);
        marks.put(GONE);
        Files.write(folder.resolve("on-air").resolve("no mark of ours"), new byte[0]);
        await(Leftovers.takeUp(broadcaster, NOWHERE));
        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "POST /feed/r1/s1/end Bearer " + FeedKey.of("secret", "r1"),
                        "POST /feed/r2/s2/end Bearer " + FeedKey.of("secret", "r2"));
        assertThat(marks.all()).isEmpty();
    }

    @Test
    void whatCannotBeEndedIsTriedAgainAtTheNextStart() throws Exception {
        Broadcaster broadcaster = broadcaster();
        broadcaster.marks().put(STUCK);
        await(Leftovers.takeUp(broadcaster, NOWHERE).otherwiseEmpty());
        assertThat(broadcaster.marks().all()).containsExactly(STUCK);
    }

    @Test
    void nothingLeftIsNothingToDo() {
        await(Leftovers.takeUp(broadcaster(), NOWHERE));
        assertThat(asked).isEmpty();
    }
}
