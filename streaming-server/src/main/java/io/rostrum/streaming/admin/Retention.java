package io.rostrum.streaming.admin;

import io.rostrum.streaming.config.StorageConfig;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.ingest.Programs;
import io.rostrum.streaming.timeline.DiskHealth;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Removes recordings by age and by space, the oldest first; never what is live. Blocking; one
 * thread at a time.
 */
public final class Retention implements Programs.Gate {
    private static final System.Logger LOG = System.getLogger(Retention.class.getName());

    /** Asks the file system, which a test may not fill. */
    public interface Disk {
        long free() throws IOException;
    }

    /** After a write failed, space counts as short until there is that much of it. */
    private static final long RESERVE = 64 << 20;

    private final StorageConfig config;
    private final Recordings recordings;
    private final DiskHealth health;
    private final Disk disk;
    private final LongConsumer reserve;
    private volatile Predicate<Recording> spare = recording -> false;

    /**
     * @param reserve told how much is free beyond what has to be, in bytes; may be negative
     */
    public Retention(
            StorageConfig config,
            Recordings recordings,
            DiskHealth health,
            Disk disk,
            LongConsumer reserve) {
        this.config = config;
        this.recordings = recordings;
        this.health = health;
        this.disk = disk;
        this.reserve = reserve;
    }

    /**
     * Where recordings are kept elsewhere too. Once, before the first sweep.
     *
     * @param gives the disk free of a recording that is elsewhere; false where it is not
     */
    public void spare(Predicate<Recording> gives) {
        spare = gives;
    }

    /** Removes what is due. */
    public synchronized void sweep(Instant now) throws IOException {
        Deque<Recording> oldest = new ArrayDeque<>(recordings.everything().reversed());
        long held = oldest.stream().mapToLong(Recording::size).sum();
        while (!oldest.isEmpty()) {
            Optional<String> why = why(oldest.peek(), held, now);
            if (why.isEmpty()) {
                break;
            }
            Recording recording = oldest.remove();
            held -= recording.size();
            remove(recording, why.get());
        }
        while (!oldest.isEmpty() && disk.free() < wanted()) {
            giveFree(oldest.remove());
        }
        if (disk.free() < wanted()) {
            health.failed(
                    "the disk is nearly full: "
                            + (disk.free() >> 20)
                            + " MB free, "
                            + (wanted() >> 20)
                            + " MB wanted, and no recording is left to remove");
        } else {
            health.fine();
        }
        reserve.accept(disk.free() - config.minFreeBytes());
    }

    /** What is elsewhere too need not go for good. */
    private void giveFree(Recording recording) throws IOException {
        if (recording.folder().hasSamples() && !spare.test(recording)) {
            remove(recording, "the disk is nearly full");
        }
    }

    private void remove(Recording recording, String why) throws IOException {
        LOG.log(Level.INFO, "recording {0} is removed: {1}", recording.session().id(), why);
        recordings.remove(recording);
    }

    private long wanted() {
        return Math.max(config.minFreeBytes(), health.trouble().isPresent() ? RESERVE : 0);
    }

    private Optional<String> why(Recording oldest, long held, Instant now) {
        if (config.keep() != null && oldest.endedAt().plus(config.keep()).isBefore(now)) {
            return Optional.of("older than " + config.keep().toDays() + " days");
        }
        if (config.keepBytes() > 0 && held > config.keepBytes()) {
            return Optional.of("recordings need more than " + config.keepBytes() + " bytes");
        }
        return Optional.empty();
    }

    /** What is wrong with the disk at this moment, for the operator. Blocking, shortly. */
    public Optional<String> trouble() {
        return health.trouble().or(this::closed);
    }

    /** No program begins where the disk is too full to keep it. */
    @Override
    public Optional<String> closed() {
        try {
            return disk.free() < config.minFreeBytes()
                    ? Optional.of("the disk of the streaming server is nearly full")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("the disk of the streaming server cannot be asked");
        }
    }
}
