package io.rostrum.center.program;

import io.rostrum.protocol.feed.Id;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Every segment that the streaming server has not acknowledged, in memory and beyond that on disk.
 *
 * <p>What goes to disk is the newest complete segment, since the oldest is sent next. Confined to
 * the feed's context.
 */
final class FeedBacklog {
    private static final System.Logger LOG = System.getLogger(FeedBacklog.class.getName());

    private final ArrayDeque<FeedSegment> segments = new ArrayDeque<>();
    private final FileSystem files;
    private final FeedStore store;
    private final Path directory;
    private final long limit;
    private long inMemory;
    private boolean diskFails;
    private boolean usedDisk;

    /**
     * @param store in which the program's folder is made when needed, removed by {@link #clear}
     * @param limit bytes in memory
     */
    FeedBacklog(FileSystem files, FeedStore store, Id session, long limit) {
        this.files = files;
        this.store = store;
        this.directory = store.of(session);
        this.limit = limit;
    }

    /** Begins the segment of that number; the one before becomes complete. */
    void begin(long number) {
        complete();
        segments.addLast(new FeedSegment(number));
    }

    /** The newest segment gets no more. */
    void complete() {
        FeedSegment newest = segments.peekLast();
        if (newest != null && !newest.isComplete()) {
            newest.complete();
            if (inMemory > limit && segments.size() > 1) {
                spill(newest);
            }
        }
    }

    void append(byte[] fragment) {
        FeedSegment newest = segments.peekLast();
        if (newest == null || newest.isComplete()) {
            throw new IllegalStateException("a fragment without a segment");
        }
        newest.append(Buffer.buffer(fragment));
        inMemory += fragment.length;
    }

    private void spill(FeedSegment segment) {
        long bytes = segment.inMemory();
        if (!store.reserve(bytes)) {
            diskFailed(new IOException("its share of the disk is full"));
            return;
        }
        usedDisk = true;
        Path file = directory.resolve(segment.number + ".m4s");
        Future<Void> written =
                files.mkdirs(directory.toString())
                        .compose(made -> files.writeFile(file.toString(), segment.whole()));
        written.onSuccess(
                        done -> {
                            diskFails = false;
                            if (segments.contains(segment)) {
                                inMemory -= segment.inMemory();
                                segment.movedTo(file);
                            } else {
                                delete(file, bytes);
                            }
                        })
                .onFailure(why -> {
                    store.release(bytes);
                    diskFailed(why);
                });
    }

    private void diskFailed(Throwable why) {
        if (!diskFails) {
            diskFails = true;
            LOG.log(System.Logger.Level.ERROR, "cannot keep the program on disk: " + why, why);
        }
    }

    /** Whether nothing more can be kept: the disk fails and memory holds twice its share. */
    boolean overflows() {
        return diskFails && inMemory > 2 * limit;
    }

    @Nullable FeedSegment find(long number) {
        FeedSegment oldest = segments.peekFirst();
        if (oldest == null || number < oldest.number || number > newest()) {
            return null;
        }
        for (FeedSegment segment : segments) {
            if (segment.number == number) {
                return segment;
            }
        }
        return null;
    }

    /** Brings a segment back from its file. */
    Future<Void> load(FeedSegment segment) {
        Path file = segment.file();
        if (file == null) {
            return Future.succeededFuture();
        }
        return files.readFile(file.toString())
                .map(whole -> {
                    segment.loaded(whole);
                    return null;
                });
    }

    /** Forgets all segments before that one. */
    void acknowledge(long next) {
        for (Iterator<FeedSegment> all = segments.iterator(); all.hasNext(); ) {
            FeedSegment segment = all.next();
            if (segment.number >= next || !segment.isComplete()) {
                return;
            }
            all.remove();
            inMemory -= segment.inMemory();
            Path file = segment.file();
            if (file != null) {
                delete(file, segment.size());
            }
        }
    }

    /** The oldest segment that is kept; -1 when there is none. */
    long oldest() {
        FeedSegment oldest = segments.peekFirst();
        return oldest == null ? -1 : oldest.number;
    }

    /** The newest segment that is kept; -1 when there is none. */
    long newest() {
        FeedSegment newest = segments.peekLast();
        return newest == null ? -1 : newest.number;
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /** Bytes that only memory holds. */
    long inMemory() {
        return inMemory;
    }

    private void delete(Path file, long bytes) {
        files.delete(file.toString())
                .onSuccess(deleted -> store.release(bytes))
                .onFailure(why -> LOG.log(System.Logger.Level.WARNING, "cannot delete " + file));
    }

    /** Throws all away, the files too. */
    void clear() {
        long onDisk =
                segments.stream()
                        .filter(segment -> segment.file() != null)
                        .mapToLong(FeedSegment::size)
                        .sum();
        segments.clear();
        inMemory = 0;
        if (usedDisk) {
            files.deleteRecursive(directory.toString())
                    .onSuccess(deleted -> store.release(onDisk))
                    .onFailure(why ->
                            LOG.log(System.Logger.Level.WARNING, "cannot delete " + directory));
        }
    }
}
