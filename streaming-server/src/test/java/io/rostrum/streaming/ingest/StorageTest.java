package io.rostrum.streaming.ingest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.DiskHealth;
import io.rostrum.streaming.timeline.Mark;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.SessionFolder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples on a disk that does its work when the test says so. */
class StorageTest {
    private static final int PIECE = 16 << 10;

    private final Vertx vertx = Vertx.vertx();
    private final Deque<Runnable> disk = new ArrayDeque<>();
    @TempDir Path folder;
    private DataDirectory data;
    private Storage storage;
    private long time;

    @BeforeEach
    void open() throws IOException {
        data = DataDirectory.open(folder);
        Session session =
                new Session(
                        new Id("s1"),
                        new Id("r1"),
                        "Town hall",
                        "Ana",
                        Instant.EPOCH,
                        null,
                        null,
                        Visibility.PUBLIC);
        SessionFolder kept = data.create(session);
        storage =
                new Storage(
                        vertx.getOrCreateContext(),
                        new Lane(disk::add),
                        kept,
                        kept.write(),
                        new DiskHealth(),
                        () -> true);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
        data.close();
    }

    @Test
    void whoBringsSamplesWaitsUntilTheyAreWrittenAndNoWriteIsForOneAlone() throws Exception {
        Future<Void> first = piece();
        Future<Void> second = piece();
        Future<Void> third = piece();
        assertThat(disk).isEmpty();
        Future<Void> fourth = piece();
        assertThat(disk).hasSize(1);
        assertThat(List.of(first, second, third, fourth)).noneMatch(Future::isComplete);

        disk.remove().run();
        for (Future<Void> written : List.of(first, second, third, fourth)) {
            await(written);
        }
    }

    @Test
    void whatWaitsIsWrittenWithItsSegment() throws Exception {
        Future<Void> written = piece();
        Future<?> committed = storage.commit(0, 1, Mark.NONE);
        assertThat(written.isComplete()).isFalse();

        disk.remove().run();
        await(committed);
        await(written);
        assertThat(storage.size()).isGreaterThan(PIECE);
    }

    @Test
    void whatWaitsIsForgottenWithItsSegmentAndNobodyWaitsOn() throws Exception {
        Future<Void> forgotten = piece();
        storage.rollback();
        await(forgotten);
        Future<?> committed = storage.commit(0, 1, Mark.NONE);

        disk.remove().run();
        await(committed);
        assertThat(storage.size()).isLessThan(PIECE);
    }

    private Future<Void> piece() {
        return storage.append(
                List.of(new Sample(FeedTracks.VIDEO, time++, 1, true, new byte[PIECE])));
    }

    private static void await(Future<?> done) throws Exception {
        done.toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }
}
