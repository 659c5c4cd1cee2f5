package io.rostrum.streaming.main;

import io.micrometer.core.instrument.Gauge;
import io.rostrum.streaming.admin.Retention;
import io.rostrum.streaming.announce.Announcements;
import io.rostrum.streaming.config.S3Config;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.guard.AccessBook;
import io.rostrum.streaming.playback.Shelf;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.vault.Vault;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The third stage: what was kept is read, the bucket's part of it too: recordings, who may watch,
 * what is announced.
 */
final class Archive {
    final Address address;
    final Recordings recordings;
    final Announcements announcements;
    final AccessBook book;
    final Retention retention;
    final Shelf shelf;
    final @Nullable Vault vault;

    private Archive(Address address) {
        this.address = address;
        Ground ground = address.ground;
        DataDirectory data = ground.data;
        recordings = new Recordings(data, ground.workers.any);
        announcements = new Announcements(data.announcements(), data.reserve()::write);
        book = new AccessBook(data);
        retention =
                new Retention(
                        ground.settings.storage(),
                        recordings,
                        ground.health,
                        data::free,
                        data.reserve()::refill);
        shelf = new Shelf(recordings);
        vault = vault(ground);
    }

    /**
     * @throws IOException with one line for the operator
     */
    static Archive read(Address address) throws IOException {
        Archive archive = new Archive(address);
        archive.recordings.load();
        archive.retention.sweep(address.ground.clock.instant());
        archive.book.load();
        archive.announcements.load();
        return archive;
    }

    /** Before anything is read: samples may be in the bucket only. */
    private @Nullable Vault vault(Ground ground) {
        S3Config bucket = ground.settings.storage().bucket();
        if (bucket == null) {
            return null;
        }
        Vault opened =
                new Vault(
                        bucket,
                        ground.data,
                        recordings,
                        ground.workers.vault,
                        ground.clock,
                        shelf::remove);
        ground.stopping.first(opened::close);
        ground.data.elsewhere(opened);
        retention.spare(opened::spare);
        Gauge.builder("rostrum.bucket.away", opened, v -> v.away() ? 1 : 0)
                .register(ground.registry);
        return opened;
    }

    /** Off the loops: what is too old goes, what is due is done. */
    void sweep() {
        Ground ground = address.ground;
        try {
            retention.sweep(ground.clock.instant());
            recordings.settle();
            announcements.sweep(ground.clock.instant());
        } catch (IOException e) {
            ground.health.failed("the data directory cannot be kept tidy: " + e.getMessage());
        }
    }
}
