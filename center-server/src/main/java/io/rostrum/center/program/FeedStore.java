package io.rostrum.center.program;

import io.rostrum.protocol.feed.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The disk of a server for what waits to be sent, all its programs together: bounded, and empty at
 * every start. Any thread.
 */
public final class FeedStore {
    /** Seven hours of one program at 2.5 Mbit/s. */
    public static final long DEFAULT_LIMIT = 8L << 30;

    private static final System.Logger LOG = System.getLogger(FeedStore.class.getName());

    private final Path directory;
    private final long limit;
    private final AtomicLong used = new AtomicLong();

    /**
     * @param directory of its own; made when needed
     * @param limit bytes
     */
    public FeedStore(Path directory, long limit) {
        this.directory = directory;
        this.limit = limit;
    }

    /**
     * Removes what a server left that was killed: nobody sends it any more. Blocking, once, before
     * a program begins.
     */
    public void sweep() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(directory)) {
                    Files.delete(path);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot sweep " + directory + ": " + e);
        }
    }

    /** The folder of one program. */
    Path of(Id session) {
        return directory.resolve(session.text());
    }

    /** Takes so many bytes, if they are still free. */
    boolean reserve(long bytes) {
        boolean free = used.addAndGet(bytes) <= limit;
        if (!free) {
            used.addAndGet(-bytes);
        }
        return free;
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Bytes that are taken. */
    long used() {
        return used.get();
    }
}
