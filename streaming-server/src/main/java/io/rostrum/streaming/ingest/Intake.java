package io.rostrum.streaming.ingest;

import io.rostrum.protocol.feed.FeedProblem;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the segments of one feed in their order: to the disk, and to the edge at once. Confined to
 * the program's event loop.
 */
final class Intake {
    private final Storage storage;
    private final Edge edge;
    private final FeedTimes times;
    private final FeedMeters meters;
    private final Bounds bounds;
    private @Nullable Upload upload;
    private long next;
    private long heardNanos;

    /** Done when the segment whose bytes have all come is stored, or could not be. */
    private Future<?> settling = Future.succeededFuture();

    /** Bounds of one segment. */
    record Bounds(long segmentBytes, long silenceNanos) {}

    /**
     * Where a feed goes on.
     *
     * @param next the number of the segment that has to come next
     * @param latest times of the latest samples that are stored, by track
     */
    record Standing(long next, Map<Integer, Long> latest) {}

    Intake(
            Storage storage,
            Edge edge,
            FeedTimes times,
            long next,
            FeedMeters meters,
            Bounds bounds) {
        this.storage = storage;
        this.edge = edge;
        this.times = times;
        this.next = next;
        this.meters = meters;
        this.bounds = bounds;
        this.heardNanos = System.nanoTime();
    }

    /** The feed said something. */
    void heard() {
        heardNanos = System.nanoTime();
    }

    /** Whether nothing is being sent, and nothing was heard for so long. */
    boolean abandoned(long nowNanos, long patienceNanos) {
        return upload == null && nowNanos - heardNanos > patienceNanos;
    }

    /** Time of the latest picture that came, in 1/90000 s. */
    long picture() {
        return times.picture();
    }

    /** Where the feed goes on; what it had begun to send is dropped. */
    Future<Standing> standing() {
        drop("The feed opened its session anew.");
        return settling.otherwiseEmpty().map(settled -> new Standing(next, times.stored()));
    }

    /** Done once what came before is stored, or could not be. */
    Future<?> settled() {
        return settling.otherwiseEmpty();
    }

    /**
     * Begins a segment.
     *
     * @return nothing where the answer is already there
     */
    Optional<Upload> begin(long number, Promise<Long> answer, boolean headed) {
        if (number < next) {
            meters.duplicate();
            answer.complete(next);
            return Optional.empty();
        }
        if (number > next || !headed) {
            answer.fail(outOfOrder(headed));
            return Optional.empty();
        }
        drop("The segment is being sent anew.");
        Upload fresh = new Upload(answer, bounds.segmentBytes, System.nanoTime());
        upload = fresh;
        return Optional.of(fresh);
    }

    private Refusal outOfOrder(boolean headed) {
        String detail =
                headed
                        ? "Segment " + next + " has to come next."
                        : "The header has to come before segment 0.";
        return new Refusal(
                Problem.of(FeedProblem.OUT_OF_ORDER, detail), new JsonObject().put("next", next));
    }

    /** Takes bytes of an upload; succeeds once they are written. */
    Future<Void> take(Upload from, byte[] chunk) {
        if (from.over()) {
            return Future.succeededFuture();
        }
        heard();
        meters.received(chunk.length);
        List<Upload.Received> received;
        try {
            received = from.take(chunk, times, heardNanos);
        } catch (Refusal refusal) {
            abandon(from, refusal);
            return Future.succeededFuture();
        }
        return received.isEmpty() ? Future.succeededFuture() : take(received);
    }

    private Future<Void> take(List<Upload.Received> received) {
        Future<Void> written =
                storage.append(received.stream().map(Upload.Received::sample).toList());
        for (Upload.Received one : received) {
            edge.sample(one.sample(), one.first(), heardNanos);
        }
        edge.publish();
        return written.otherwiseEmpty(); // the commit will fail too, and says so to the feed
    }

    /** The last byte of an upload came. */
    void complete(Upload from) {
        if (from.over()) {
            return;
        }
        try {
            from.complete();
        } catch (Refusal refusal) {
            abandon(from, refusal);
            return;
        }
        from.close();
        settling =
                storage.commit(from.start(), from.end(), edge.mark(from.start()))
                        .onSuccess(segment -> acknowledge(from, segment.number() + 1))
                        .onFailure(
                                why -> Program.<Long>full(why).onFailure(no -> abandon(from, no)));
    }

    private void acknowledge(Upload from, long follows) {
        upload = null;
        times.commit();
        next = follows;
        meters.acknowledged();
        from.acknowledge(next);
    }

    /** Takes no more of an upload, and says why. */
    void abandon(Upload from, Throwable why) {
        if (upload != from) {
            from.fail(why);
            return;
        }
        upload = null;
        times.rollback();
        storage.rollback().onComplete(done -> from.fail(why));
        from.close();
    }

    /** Takes no more of what is being sent. */
    void drop(String why) {
        Upload old = upload;
        if (old != null && !old.over()) {
            abandon(old, Upload.refuse(FeedProblem.OUT_OF_ORDER, why));
        }
    }

    /** Sends away a sender from whom no byte comes. */
    void tick(long nowNanos) {
        Upload now = upload;
        if (now != null && now.silent(nowNanos, bounds.silenceNanos) && !now.over()) {
            abandon(now, Upload.refuse(FeedProblem.SEGMENT_TIMEOUT, "No byte came for too long."));
        }
    }
}
