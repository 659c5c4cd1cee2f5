package io.rostrum.streaming.ingest;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.streaming.timeline.DiskHealth;
import io.rostrum.streaming.timeline.Mark;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Segment;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.SessionFolder;
import io.rostrum.streaming.timeline.Takes;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The disk as a program sees it: asked on the program's event loop, answered there.
 *
 * <p>What is asked happens in the order of asking, on a worker. Samples wait for company: thirty
 * times a second to a worker and back costs more than the writing.
 */
final class Storage {
    /** So many bytes are written at once, unless the segment ends before. */
    private static final int BATCH = 64 << 10;

    private final Context owner;
    private final Lane lane;
    private final SessionFolder folder;
    private final SampleLog log;
    private final DiskHealth health;
    private List<Sample> pending = new ArrayList<>();
    private int pendingBytes;

    Storage(Context owner, Lane lane, SessionFolder folder, SampleLog log, DiskHealth health) {
        this.owner = owner;
        this.lane = lane;
        this.folder = folder;
        this.log = log;
        this.health = health;
    }

    long next() {
        return log.next();
    }

    long size() {
        return log.size();
    }

    SampleLog log() {
        return log;
    }

    /** Done once they are taken over; a failure to write them comes out at the next commit. */
    Future<Void> append(List<Sample> batch) {
        pending.addAll(batch);
        batch.forEach(sample -> pendingBytes += sample.data().length);
        return pendingBytes < BATCH ? Future.succeededFuture() : write();
    }

    private Future<Void> write() {
        List<Sample> batch = take();
        return ask(() -> {
            log.append(batch);
            return null;
        });
    }

    private List<Sample> take() {
        List<Sample> taken = pending;
        pending = new ArrayList<>();
        pendingBytes = 0;
        return taken;
    }

    Future<Segment> commit(long start, long end, Mark mark) {
        List<Sample> rest = take();
        return ask(() -> {
            log.append(rest);
            Segment segment = log.commit(start, end, mark);
            health.fine();
            return segment;
        });
    }

    Future<Void> rollback() {
        var _ = take();
        return ask(() -> {
            log.rollback();
            return null;
        });
    }

    Future<Void> save(Session session) {
        return ask(() -> {
            folder.save(session);
            return null;
        });
    }

    Future<Void> save(Takes takes) {
        return ask(() -> {
            folder.save(takes);
            return null;
        });
    }

    Future<Void> saveInit(byte[] init) {
        return ask(() -> {
            folder.saveInit(init);
            return null;
        });
    }

    /** Ends the writing; a session without a segment leaves nothing. */
    Future<Boolean> close(Session ended) {
        return ask(() -> {
            boolean kept = !log.segments().isEmpty();
            log.rollback();
            if (kept) {
                folder.save(ended);
            }
            log.close();
            if (!kept) {
                folder.delete();
            }
            return kept;
        });
    }

    private <T> Future<T> ask(Callable<T> task) {
        Promise<T> promise = Promise.promise();
        lane.execute(() -> {
            try {
                T result = task.call();
                owner.runOnContext(back -> promise.complete(result));
            } catch (IOException e) {
                health.failed("cannot write to " + folder.path() + ": " + e.getMessage());
                owner.runOnContext(back -> promise.fail(e));
            } catch (Exception e) {
                owner.runOnContext(back -> promise.fail(e));
            }
        });
        return promise.future();
    }
}
