package io.rostrum.streaming.ingest;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.streaming.packager.Packager;
import io.rostrum.streaming.packager.Publication;
import io.rostrum.streaming.packager.StandIn;
import io.rostrum.streaming.packager.View;
import io.rostrum.streaming.timeline.Mark;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The live edge of a program: what is shown now, who takes it as it comes, and who waits for what
 * comes next.
 *
 * <p>Confined to the program's event loop, but for {@link #view} and {@link #waiting}.
 */
final class Edge {
    private static final long LOOK_MILLIS = 100;

    private final Vertx vertx;
    private final Packager packager;
    private final Publication publication;
    private final StandIn standIn;
    private final Consumer<View> published;
    private final Waiters waiters = new Waiters();
    private final Taps taps = new Taps();
    private volatile View view;
    private volatile int waiting;
    private long look;
    private boolean over;

    /** How a program is packaged, and what was packaged so far. */
    record Reel(Packager packager, Publication publication) {}

    /**
     * What viewers get while the feed stays away, and after how long.
     *
     * @param afterNanos without a picture
     */
    record Patience(StandIn.Still still, long afterNanos) {}

    /**
     * @param published told of each new view
     */
    Edge(Vertx vertx, Context owner, Reel reel, Patience patience, Consumer<View> published) {
        this.vertx = vertx;
        this.packager = reel.packager;
        this.publication = reel.publication;
        this.published = published;
        standIn = new StandIn(packager, taps::sample, patience.still, patience.afterNanos);
        view = publication.visible();
        owner.runOnContext(go -> look = vertx.setPeriodic(LOOK_MILLIS, tick -> onLook()));
    }

    /** What viewers read now. */
    View view() {
        return view;
    }

    /** How many wait for something to be published. */
    int waiting() {
        return waiting;
    }

    /** Shows the still picture while nothing comes. */
    private void onLook() {
        if (!over && standIn.tick(System.nanoTime())) {
            publish();
        }
    }

    /** Takes up what was read from disk; the clock of the program went on to that time. */
    void resume(long time) {
        standIn.resume(time, System.nanoTime());
        publish();
    }

    /**
     * The next sample of the feed; {@link #publish} follows.
     *
     * @param first whether it is the first video frame of a feed segment
     */
    void sample(Sample sample, boolean first, long nowNanos) {
        standIn.sample(sample, first, nowNanos);
    }

    /** The live numbering at the feed segment that begins at that time. */
    Mark mark(long start) {
        return standIn.mark(start);
    }

    /** Keeps the promise once the view fulfils the condition, or fails it after the time. */
    void await(Predicate<View> until, Promise<View> promise, long patienceNanos) {
        if (until.test(view)) {
            promise.complete(view);
            return;
        }
        waiters.add(until, promise, System.nanoTime() + patienceNanos);
        waiting = waiters.size();
    }

    /** Sends away who has waited too long. */
    void expire(long nowNanos) {
        waiters.expire(nowNanos);
        waiting = waiters.size();
    }

    /** One that comes late is told at once that it is over. */
    void tap(Tap tap) {
        if (over) {
            tap.onEnded();
        } else {
            taps.add(tap);
        }
    }

    void untap(Tap tap) {
        taps.remove(tap);
    }

    void end() {
        over = true;
        vertx.cancelTimer(look);
        taps.end();
        packager.end();
        publication.end();
        publish();
    }

    /** Shows what has come, as soon as players can take it. */
    void publish() {
        long now = System.nanoTime();
        OptionalLong due = publication.dueNanos(now);
        if (due.isEmpty()) {
            return;
        }
        if (due.getAsLong() > now) {
            vertx.setTimer((due.getAsLong() - now) / 1_000_000 + 1, late -> publish());
            return;
        }
        View fresh = publication.publish(now);
        view = fresh;
        published.accept(fresh);
        waiters.published(fresh);
        waiting = waiters.size();
    }
}
