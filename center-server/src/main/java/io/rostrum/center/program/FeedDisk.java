package io.rostrum.center.program;

import io.rostrum.protocol.feed.Id;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The files of one program that memory does not hold. What is asked is done off the loop, one after
 * the other in that order. Confined to the feed's context.
 */
final class FeedDisk {
    private static final System.Logger LOG = System.getLogger(FeedDisk.class.getName());

    private final Context context;
    private final FeedStore store;
    private final Path directory;
    private final Map<Long, Long> kept = new HashMap<>();
    private boolean used;
    private boolean fails;

    /**
     * @param store in which the program's folder is made when needed, removed by {@link #clear}
     */
    FeedDisk(Context context, FeedStore store, Id session) {
        this.context = context;
        this.store = store;
        directory = store.of(session);
    }

    /** Fails where the disk does, or where its share is used up. */
    Future<Void> write(long number, List<byte[]> fragments) {
        long bytes = fragments.stream().mapToLong(fragment -> fragment.length).sum();
        if (!store.reserve(bytes)) {
            IOException full = new IOException("its share of the disk is full");
            failed(full);
            return Future.failedFuture(full);
        }
        used = true;
        return blocking(() -> written(file(number), fragments))
                .onSuccess(done -> {
                    fails = false;
                    kept.put(number, bytes);
                })
                .onFailure(why -> {
                    store.release(bytes);
                    failed(why);
                })
                .mapEmpty();
    }

    private <T> Future<T> blocking(Callable<T> task) {
        return context.executeBlocking(task).map(done -> Objects.requireNonNull(done));
    }

    private Path written(Path file, List<byte[]> fragments) throws IOException {
        Files.createDirectories(directory);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (byte[] fragment : fragments) {
                out.write(fragment);
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    private void failed(Throwable why) {
        if (!fails) {
            fails = true;
            LOG.log(System.Logger.Level.ERROR, "cannot keep the program on disk: " + why, why);
        }
    }

    Future<byte[]> read(long number) {
        return blocking(() -> Files.readAllBytes(file(number)));
    }

    void delete(long number) {
        Path file = file(number);
        blocking(() -> Files.deleteIfExists(file))
                .onSuccess(gone -> forget(number))
                .onFailure(why -> LOG.log(System.Logger.Level.WARNING, "cannot delete " + file));
    }

    private void forget(long number) {
        Long bytes = kept.remove(number);
        if (bytes != null) {
            store.release(bytes);
        }
    }

    /** Throws all away. */
    void clear() {
        if (used) {
            blocking(this::cleared)
                    .onSuccess(gone -> List.copyOf(kept.keySet()).forEach(this::forget))
                    .onFailure(why ->
                            LOG.log(System.Logger.Level.WARNING, "cannot delete " + directory));
        }
    }

    private Path cleared() throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return directory;
    }

    private Path file(long number) {
        return directory.resolve(number + ".m4s");
    }
}
