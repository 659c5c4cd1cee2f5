package io.rostrum.center.air;

import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Programs that were stopped while the streaming server could not be told: it is told as soon as it
 * listens, and the mark goes only then. Any thread.
 */
final class Endings {
    private static final System.Logger LOG = System.getLogger(Endings.class.getName());
    private static final FaultLog FAULTS = new FaultLog(LOG, System::nanoTime);

    private final Function<Mark, Future<Void>> door;
    private final Ledger ledger;
    private final Map<String, Mark> waiting = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    /**
     * @param door ends a session at the streaming server, or finds that there is none
     */
    Endings(Function<Mark, Future<Void>> door, Ledger ledger) {
        this.door = door;
        this.ledger = ledger;
    }

    /** Ends what a server before us left; complete when no server after us would go on with it. */
    Future<Void> stop(Mark mark) {
        Mark stopped = mark.stop();
        return Running.noted(ledger, stopped).onComplete(noted -> add(stopped));
    }

    /** Ends what is noted as stopped. */
    void add(Mark mark) {
        waiting.put(mark.program().session(), mark);
        end(List.of(mark));
    }

    /** Once a second. */
    void tick() {
        end(waiting.values());
    }

    private void end(Collection<Mark> marks) {
        Apart.each(marks, this::end, this::onBroken);
    }

    /** It is asked again with the next tick. */
    private void onBroken(Mark mark, RuntimeException why) {
        asked.remove(mark.program().session());
        FAULTS.tell("a program could not be ended yet", why);
    }

    private void end(Mark mark) {
        String session = mark.program().session();
        if (asked.add(session)) {
            var _ =
                    door.apply(mark)
                            .compose(ended -> ledger.forget(mark))
                            .onSuccess(gone -> waiting.remove(session))
                            .onFailure(
                                    why -> LOG.log(System.Logger.Level.DEBUG, "not ended yet", why))
                            .onComplete(done -> asked.remove(session));
        }
    }

    int size() {
        return waiting.size();
    }
}
