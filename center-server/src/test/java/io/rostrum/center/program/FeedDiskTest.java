package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.protocol.feed.Id;
import io.rostrum.testing.Eventually;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedDiskTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final List<byte[]> FRAGMENTS = List.of(new byte[] {1, 2}, new byte[] {3});

    @TempDir Path directory;

    private final Vertx vertx = Vertx.vertx();
    private FeedStore store;
    private FeedDisk disk;

    @BeforeEach
    void open() {
        store = new FeedStore(directory, 100);
        disk = new FeedDisk(vertx.getOrCreateContext(), store, new Id("session"));
    }

    @AfterEach
    void close() throws Exception {
        done(vertx.close());
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatIsWrittenIsReadAndDeletedAndItsShareGivenBack() throws Exception {
        done(disk.write(7, FRAGMENTS));
        assertThat(store.used()).isEqualTo(3);
        assertThat(done(disk.read(7))).containsExactly(1, 2, 3);
        disk.delete(7);
        Eventually.holds("given back", BOUND, () -> store.used() == 0);
        assertThatThrownBy(() -> done(disk.read(7))).hasMessageContaining("7.m4s");
    }

    @Test
    void whatIsStillBeingWrittenWhenAllIsThrownAwayGivesItsShareBack() {
        for (int round = 0; round < 20; round++) {
            FeedDisk one = new FeedDisk(vertx.getOrCreateContext(), store, new Id("s" + round));
            for (int number = 0; number < 5; number++) {
                var _ = one.write(number, FRAGMENTS);
            }
            assertThat(store.used()).as("while it is written").isEqualTo(15);
            one.clear();
            Eventually.holds("given back", BOUND, () -> store.used() == 0);
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatDoesNotFitIsRefusedAndTakesNothing() {
        Future<Void> written = disk.write(0, List.of(new byte[101]));
        assertThat(written.failed()).isTrue();
        assertThat(store.used()).isZero();
    }

    @Test
    void whatCannotBeWrittenGivesItsShareBack() throws Exception {
        Files.writeString(directory.resolve("session"), "a file where the folder should be");
        assertThatThrownBy(() -> done(disk.write(0, FRAGMENTS))).isNotNull();
        assertThat(store.used()).isZero();
    }
}
