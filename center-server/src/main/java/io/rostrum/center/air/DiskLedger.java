package io.rostrum.center.air;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Marks on disk. Any thread; what one context asks for is done in that order. */
final class DiskLedger implements Ledger {
    private static final System.Logger LOG = System.getLogger(DiskLedger.class.getName());

    private final Vertx vertx;
    private final OnAirMarks marks;

    /** What this server has on air. */
    private final Set<String> own = ConcurrentHashMap.newKeySet();

    DiskLedger(Vertx vertx, OnAirMarks marks) {
        this.vertx = vertx;
        this.marks = marks;
    }

    @Override
    public Future<Void> keep(Mark mark) {
        if (mark.stopped()) {
            own.remove(mark.fileName());
        } else {
            own.add(mark.fileName());
        }
        return run(() -> marks.put(mark));
    }

    @Override
    public Future<Void> forget(Mark mark) {
        own.remove(mark.fileName());
        return run(() -> marks.remove(mark));
    }

    /** Notes that this server is alive; every few seconds. */
    void beat() {
        var _ =
                run(
                                () -> {
                                    for (String mark : own) {
                                        marks.touch(mark);
                                    }
                                })
                        .onFailure(why -> LOG.log(System.Logger.Level.DEBUG, "no beat", why));
    }

    private interface Work {
        void run() throws IOException;
    }

    private Future<Void> run(Work work) {
        return vertx.executeBlocking(
                        () -> {
                            work.run();
                            return work;
                        })
                .mapEmpty();
    }
}
