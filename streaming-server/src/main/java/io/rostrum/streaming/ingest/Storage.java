package io.rostrum.streaming.ingest;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.streaming.timeline.DiskHealth;
import io.rostrum.streaming.timeline.LayerEvent;
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
import java.util.function.BooleanSupplier;

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
    private final BooleanSupplier room;
    private Batch pending = new Batch();

    /** Samples that are written together, and who waits for that. */
    private static final class Batch {
        private final List<Sample> samples = new ArrayList<>();
        private final Promise<Void> written = Promise.promise();
        private int bytes;

        void add(List<Sample> more) {
            samples.addAll(more);
            more.forEach(sample -> bytes += sample.data().length);
        }
    }

    /**
     * @param room whether samples may take any
     */
    Storage(
            Context owner,
            Lane lane,
            SessionFolder folder,
            SampleLog log,
            DiskHealth health,
            BooleanSupplier room) {
        this.owner = owner;
        this.lane = lane;
        this.folder = folder;
        this.log = log;
        this.health = health;
        this.room = room;
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

    /** Done once they are written, with those that come after them. */
    Future<Void> append(List<Sample> samples) {
        Future<Void> written = pending.written.future();
        pending.add(samples);
        if (pending.bytes >= BATCH) {
            Batch full = take();
            ask(
                            () -> {
                                checkRoom();
                                log.append(full.samples);
                                return null;
                            })
                    .<Void>mapEmpty()
                    .onComplete(full.written);
        }
        return written;
    }

    private Batch take() {
        Batch taken = pending;
        pending = new Batch();
        return taken;
    }

    Future<Segment> commit(long start, long end, Mark mark) {
        Batch rest = take();
        Future<Segment> committed =
                ask(() -> {
                    checkRoom();
                    log.append(rest.samples);
                    Segment segment = log.commit(start, end, mark);
                    health.fine();
                    return segment;
                });
        committed.<Void>mapEmpty().onComplete(rest.written);
        return committed;
    }

    /** Samples would eat the room that was given up for small writes. */
    private void checkRoom() throws IOException {
        if (!room.getAsBoolean()) {
            throw new IOException("the disk is full");
        }
    }

    Future<Void> rollback() {
        take().written.complete();
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

    /** Keeps what a host changed of the layer. */
    Future<Void> keep(List<LayerEvent> added) {
        return ask(() -> {
            folder.append(added);
            return null;
        });
    }

    /** Keeps the picture of a mark; whether there was room for one more. */
    Future<Boolean> keepMark(String name, byte[] png, int most) {
        return ask(() -> {
            boolean kept = folder.has(name) || folder.marks() < most;
            if (kept) {
                folder.write(name, png);
            }
            return kept;
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
