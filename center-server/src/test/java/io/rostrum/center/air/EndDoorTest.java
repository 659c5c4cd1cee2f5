package io.rostrum.center.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.program.FeedStore;
import io.rostrum.center.program.ProgramSettings;
import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.FeedKey;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a streaming server that answers as it is told. */
class EndDoorTest {
    private static final String SECRET = "a secret of thirty-two characters";

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    @TempDir Path folder;
    private int status = 200;

    private HttpServer listen() {
        return await(
                vertx.createHttpServer()
                        .requestHandler(request -> {
                            asked.add(
                                    request.method()
                                            + " "
                                            + request.path()
                                            + " "
                                            + request.getHeader("Authorization"));
                            var _ = request.response().setStatusCode(status).end();
                        })
                        .listen(0, "127.0.0.1"));
    }

    private Future<Void> end(int port) {
        Broadcaster broadcaster =
                new Broadcaster(
                        vertx,
                        ProgramSettings.DEFAULT,
                        URI.create("http://127.0.0.1:" + port),
                        URI.create("http://127.0.0.1:" + port),
                        SECRET,
                        new FeedStore(folder, 1 << 20),
                        () -> Instant.EPOCH);
        Studio.Left program = new Studio.Left("s1", "Town hall", "Ana", Instant.EPOCH, false);
        return new EndDoor(broadcaster).apply(new Mark(new Id("r1"), program, true, Instant.EPOCH));
    }

    private static <T> T await(Future<T> future) {
        return future.timeout(10, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Whether it counts as ended. */
    private static boolean settled(Future<Void> end) {
        return await(end.map(true).otherwise(false));
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void theSessionIsEndedWithTheKeyOfItsRoomsFeed() {
        assertThat(settled(end(listen().actualPort()))).isTrue();
        assertThat(asked)
                .containsExactly("POST /feed/r1/s1/end Bearer " + FeedKey.of(SECRET, "r1"));
    }

    /** Not ours, or gone already: to ask again would change nothing. */
    @ParameterizedTest
    @ValueSource(ints = {204, 403, 404, 409, 410})
    void whatCannotBeEndedByAskingAgainIsSettled(int answer) {
        status = answer;
        assertThat(settled(end(listen().actualPort()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 503, 507})
    void whatMayGoBetterLaterIsAskedAgain(int answer) {
        status = answer;
        assertThat(settled(end(listen().actualPort()))).isFalse();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aServerThatIsAwayIsAskedAgain() {
        HttpServer server = listen();
        int port = server.actualPort();
        await(server.close());
        assertThat(settled(end(port))).isFalse();
        assertThat(asked).isEmpty();
    }
}
