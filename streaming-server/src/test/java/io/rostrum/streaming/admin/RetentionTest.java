package io.rostrum.streaming.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.config.StorageConfig;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.DiskHealth;
import io.rostrum.streaming.timeline.Mark;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.SessionFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir Path root;
    private DataDirectory data;
    private Recordings recordings;
    private final DiskHealth health = new DiskHealth();
    private final AtomicLong free = new AtomicLong(1000);

    @BeforeEach
    void record() throws IOException {
        data = DataDirectory.open(root);
        recordings = new Recordings(data, Runnable::run);
        for (int days = 1; days <= 3; days++) {
            keep("day" + days, NOW.minus(Duration.ofDays(days)), true);
        }
        keep("live", NOW.minus(Duration.ofDays(9)), false);
        recordings.load();
    }

    @AfterEach
    void close() throws IOException {
        data.close();
    }

    private void keep(String id, Instant at, boolean ended) throws IOException {
        Session live =
                new Session(new Id(id), new Id("r"), "t", "h", at, null, null, Visibility.PUBLIC);
        SessionFolder folder = data.create(live);
        try (SampleLog log = folder.write()) {
            log.append(List.of(new Sample(1, 0, 3000, true, new byte[1000])));
            log.commit(0, 3000, Mark.NONE);
        }
        folder.save(ended ? live.ended(at) : live);
    }

    private Retention retention(@Nullable Duration keep, long space, long minFree) {
        StorageConfig config = new StorageConfig(root, keep, space, minFree);
        recordings.whenRemoved(removed -> free.addAndGet(1000));
        return new Retention(config, recordings, health, free::get, beyond -> {});
    }

    private List<String> left() {
        return recordings.newestFirst().stream().map(one -> one.session().id().text()).toList();
    }

    @Test
    void withoutBoundsEverythingStays() throws IOException {
        retention(null, 0, 0).sweep(NOW);
        assertThat(left()).containsExactly("day1", "day2", "day3");
    }

    @Test
    void oldRecordingsGo() throws IOException {
        retention(Duration.ofDays(2), 0, 0).sweep(NOW.plusSeconds(1));
        assertThat(left()).containsExactly("day1");
        assertThat(data.exists(new Id("day3"))).isFalse();
    }

    @Test
    void theOldestGoWhereSpaceIsShort() throws IOException {
        retention(null, 3000, 0).sweep(NOW);
        assertThat(left()).containsExactly("day1", "day2");
    }

    @Test
    void aNearlyFullDiskTakesTheOldestUntilItIsNot() throws IOException {
        Retention retention = retention(null, 0, 2500);
        assertThat(retention.closed()).isPresent();
        retention.sweep(NOW);
        assertThat(left()).containsExactly("day1");
        assertThat(health.trouble()).isEmpty();
        assertThat(retention.closed()).isEmpty();
    }

    @Test
    void aWriteThatFailedTakesTheOldestWhateverTheBounds() throws IOException {
        health.failed("No space left on device");
        retention(null, 0, 0).sweep(NOW);
        assertThat(left()).isEmpty();
        assertThat(health.trouble()).isPresent();
        free.set(1L << 30);
        retention(null, 0, 0).sweep(NOW);
        assertThat(health.trouble()).isEmpty();
    }

    @Test
    void whatIsLiveNeverGoesAndTheOperatorIsTold() throws IOException {
        retention(Duration.ofDays(1), 1, 1 << 20).sweep(NOW.plusSeconds(1));
        assertThat(left()).isEmpty();
        assertThat(data.exists(new Id("live"))).isTrue();
        assertThat(health.trouble().orElse("")).contains("nearly full");
    }
}
