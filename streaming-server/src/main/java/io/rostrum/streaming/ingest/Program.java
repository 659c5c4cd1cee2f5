package io.rostrum.streaming.ingest;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedProblem;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.packager.Codecs;
import io.rostrum.streaming.packager.View;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.Take;
import io.rostrum.streaming.timeline.Takes;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A live program: takes its feed, stores it, publishes it. Lives on one event loop.
 *
 * <p>Verbs may be called from anywhere and cross to that loop; {@code on…} runs there. What viewers
 * read ({@link #view}, {@link #session}) is immutable and may be read from anywhere.
 */
public final class Program {
    /** Who wants to know. Called on the program's event loop. */
    public interface Listener {
        /** There is something to play for the first time. */
        void onPlayable(Program program);

        /** Title or picture changed. */
        void onChanged(Program program);

        /**
         * The program is over.
         *
         * @param kept whether there is a recording
         */
        void onEnded(Program program, boolean kept);
    }

    /** Seconds of the live playlist, in 1/90000 s. */
    static final long WINDOW = 60 * 90000L;

    private final Context owner;
    private final Vertx vertx;
    private final Storage storage;
    private final Listener listener;
    private final FeedMeters meters;
    private final Limits limits;
    private final FeedTimes times;
    private final Edge edge;
    private final Header header;
    private volatile Session session;
    private volatile Takes takes;
    private volatile @Nullable Sample keyFrame;
    private @Nullable Upload upload;
    private long next;
    private long heardNanos;
    private boolean announced;
    private boolean ending;
    private @Nullable Future<Void> ended;

    /** Done when the segment whose bytes have all come is stored, or could not be. */
    private Future<?> settling = Future.succeededFuture();

    /** Bounds of time and space. */
    record Limits(long segmentBytes, long silenceNanos, long resumeNanos, Edge.Patience patience) {}

    /** A program's state that was read from disk, or that is new. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Start(
            Session session,
            byte @Nullable [] init,
            @Nullable Codecs codecs,
            Edge.Reel reel,
            FeedTimes times,
            long next,
            Takes takes) {}

    Program(
            Vertx vertx,
            Context owner,
            Storage storage,
            Start start,
            Listener listener,
            FeedMeters meters,
            Limits limits) {
        this.vertx = vertx;
        this.owner = owner;
        this.storage = storage;
        this.listener = listener;
        this.meters = meters;
        this.limits = limits;
        this.session = start.session;
        this.header = new Header(limits.patience.still().picture(), start.init, start.codecs);
        this.edge = new Edge(vertx, owner, start.reel, limits.patience, this::onPublished);
        this.times = start.times;
        this.next = start.next;
        this.takes = start.takes;
        this.heardNanos = System.nanoTime();
    }

    public Session session() {
        return session;
    }

    /** Who came on air so far. */
    public Takes takes() {
        return takes;
    }

    public View view() {
        return edge.view();
    }

    /** The header that the feed sent; null before it came. */
    public byte @Nullable [] init() {
        return header.bytes();
    }

    /**
     * What the takes so far need of a player, and the stand-by picture, which may come at any
     * moment; after a restart, what the header and the takes of the live window and since then
     * need.
     *
     * @throws IllegalStateException before the header came
     */
    public Codecs codecs() {
        return header.codecs();
    }

    /** The latest key frame; null before the first. */
    public @Nullable Sample keyFrame() {
        return keyFrame;
    }

    /** How many requests wait for something to be published. */
    public int waiting() {
        return edge.waiting();
    }

    /** What is stored so far, for reading by workers; closed once the program has ended. */
    public SampleLog stored() {
        return storage.log();
    }

    public long storedBytes() {
        return storage.size();
    }

    /** Publishes what was read from disk. */
    void start() {
        owner.runOnContext(go -> edge.resume(away()));
    }

    /** How long the program has lasted by its own clock; 0 where that cannot be. */
    private long away() {
        long nanos = Duration.between(session.startedAt(), Instant.now()).toNanos();
        long now = nanos * 9 / 100_000;
        long gap = (now - view().end()) * 100_000 / 9;
        return gap >= 0 && gap <= limits.resumeNanos ? now : 0;
    }

    /** The view once it fulfils the condition; fails with 503 after the time. */
    public Future<View> await(Predicate<View> until, long patienceNanos) {
        View now = view();
        if (until.test(now)) {
            return Future.succeededFuture(now);
        }
        Promise<View> promise = Promise.promise();
        Context caller = vertx.getOrCreateContext();
        Promise<View> local = Promise.promise();
        local.future().onComplete(done -> caller.runOnContext(back -> promise.handle(done)));
        owner.runOnContext(go -> edge.await(until, local, patienceNanos));
        return promise.future();
    }

    /** Hands every sample on as it arrives; one that comes late is told at once that it is over. */
    public void tap(Tap tap) {
        owner.runOnContext(go -> edge.tap(tap));
    }

    public void untap(Tap tap) {
        owner.runOnContext(go -> edge.untap(tap));
    }

    /**
     * Where a feed goes on.
     *
     * @param next the number of the segment that has to come next
     * @param latest times of the latest samples that are stored, by track
     */
    record Standing(long next, Map<Integer, Long> latest) {}

    /** Where the feed goes on; what it had begun to send is dropped. */
    Future<Standing> standing() {
        return ask(() -> {
            heardNanos = System.nanoTime();
            dropUpload("The feed opened its session anew.");
            return settling.otherwiseEmpty().map(settled -> new Standing(next, times.stored()));
        });
    }

    /** Takes the header; the same again is fine. */
    Future<Void> init(byte[] bytes) {
        return ask(() -> {
            heardNanos = System.nanoTime();
            if (header.bytes() == null) {
                return storage.saveInit(bytes)
                        .onSuccess(saved -> header.come(bytes))
                        .recover(Program::full);
            }
            return header.is(bytes)
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                            Upload.refuse(
                                    FeedProblem.OTHER_INIT, "This session has another header."));
        });
    }

    /**
     * Begins a segment.
     *
     * @param answer the number of the next one, once this one is stored
     * @return the upload to which its bytes go; nothing where the answer is already there
     */
    Future<Optional<Upload>> begin(long number, Promise<Long> answer) {
        return ask(() -> settling.otherwiseEmpty().map(settled -> onBegin(number, answer)));
    }

    private Optional<Upload> onBegin(long number, Promise<Long> answer) {
        heardNanos = System.nanoTime();
        if (ending) {
            answer.fail(Upload.refuse(FeedProblem.SESSION_ENDED, "This session has ended."));
        } else if (number < next) {
            meters.duplicate();
            answer.complete(next);
        } else if (number > next || header.bytes() == null) {
            answer.fail(
                    new Refusal(
                            Problem.of(
                                    FeedProblem.OUT_OF_ORDER,
                                    header.bytes() == null
                                            ? "The header has to come before segment 0."
                                            : "Segment " + next + " has to come next."),
                            new JsonObject().put("next", next)));
        } else {
            dropUpload("The segment is being sent anew.");
            Upload fresh = new Upload(answer, limits.segmentBytes, System.nanoTime());
            upload = fresh;
            return Optional.of(fresh);
        }
        return Optional.empty();
    }

    /** Takes bytes of an upload; succeeds once they are written. */
    Future<Void> take(Upload from, byte[] chunk) {
        return ask(() -> onTake(from, chunk));
    }

    private Future<Void> onTake(Upload from, byte[] chunk) {
        if (from.over()) {
            return Future.succeededFuture();
        }
        heardNanos = System.nanoTime();
        meters.received(chunk.length);
        List<Upload.Received> received;
        try {
            received = from.take(chunk, times, heardNanos);
        } catch (Refusal refusal) {
            abandon(from, refusal);
            return Future.succeededFuture();
        }
        if (received.isEmpty()) {
            return Future.succeededFuture();
        }
        Future<Void> written =
                storage.append(received.stream().map(Upload.Received::sample).toList());
        for (Upload.Received one : received) {
            if (one.sample().track() == FeedTracks.VIDEO && one.sample().key()) {
                keyFrame = one.sample();
                header.seen(one.sample().data());
            }
            edge.sample(one.sample(), one.first(), heardNanos);
        }
        edge.publish();
        return written.otherwiseEmpty(); // the commit will fail too, and says so to the feed
    }

    /** The last byte of an upload came. */
    void complete(Upload from) {
        owner.runOnContext(go -> onComplete(from));
    }

    private void onComplete(Upload from) {
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
                        .onSuccess(segment -> {
                            upload = null;
                            times.commit();
                            next = segment.number() + 1;
                            meters.acknowledged();
                            from.acknowledge(next);
                        })
                        .onFailure(
                                why -> Program.<Long>full(why).onFailure(no -> abandon(from, no)));
    }

    /** The sender of an upload went away. */
    void lost(Upload from) {
        owner.runOnContext(go ->
                abandon(from, Upload.refuse(FeedProblem.SEGMENT_TIMEOUT, "The feed broke off.")));
    }

    private void abandon(Upload from, Throwable why) {
        if (upload != from) {
            from.fail(why);
            return;
        }
        upload = null;
        times.rollback();
        storage.rollback().onComplete(done -> from.fail(why));
        from.close();
    }

    private void dropUpload(String why) {
        Upload old = upload;
        if (old != null && !old.over()) {
            abandon(old, Upload.refuse(FeedProblem.OUT_OF_ORDER, why));
        }
    }

    private static <T> Future<T> full(Throwable why) {
        return Future.failedFuture(
                why instanceof Refusal
                        ? why
                        : Upload.refuse(
                                FeedProblem.STORAGE_FULL,
                                "The streaming server cannot store it: " + why.getMessage()));
    }

    /** The feed changes the words of the session. */
    Future<Void> reword(UnaryOperator<Session> change) {
        return ask(() -> {
            heardNanos = System.nanoTime();
            return onChange(change);
        });
    }

    /**
     * Changes what is told of the session while it is live.
     *
     * @return whether it was; one that is just ending is a recording, or nothing, by then
     */
    public Future<Boolean> change(UnaryOperator<Session> change) {
        return ask(() -> {
            if (!ending) {
                return onChange(change).map(changed -> true);
            }
            Future<Void> over = ended;
            return (over == null ? Future.<Void>succeededFuture() : over.otherwiseEmpty())
                    .map(gone -> false);
        });
    }

    private Future<Void> onChange(UnaryOperator<Session> change) {
        if (ending) {
            return Future.failedFuture(
                    Upload.refuse(FeedProblem.SESSION_ENDED, "This session has ended."));
        }
        session = change.apply(session);
        listener.onChanged(this);
        return storage.save(session).recover(Program::full);
    }

    /**
     * Notes who came on air.
     *
     * @param at in 1/90000 s of the program; nothing: with the latest picture that came
     */
    Future<Void> took(String name, OptionalLong at) {
        return ask(() -> {
            takes = takes.with(new Take(at.orElse(times.picture()), name));
            return storage.save(takes).recover(Program::full);
        });
    }

    /** Ends the program; it is a recording once this succeeds. */
    Future<Void> end(Instant at) {
        return ask(() -> onEnd(at));
    }

    private Future<Void> onEnd(Instant at) {
        Future<Void> before = ended;
        if (before != null) {
            return before;
        }
        ending = true;
        dropUpload("The session has been ended.");
        edge.end();
        Session last = session.ended(at);
        Future<Void> done =
                storage.close(last)
                        .onSuccess(kept -> {
                            session = last;
                            listener.onEnded(this, kept);
                        })
                        .<Void>mapEmpty()
                        .recover(Program::full);
        ended = done;
        done.onFailure(failed -> ended = null);
        return done;
    }

    /** Once a second: what waits too long is sent away, and a feed that stays away ends. */
    void tick() {
        owner.runOnContext(go -> onTick(System.nanoTime()));
    }

    private void onTick(long nowNanos) {
        edge.expire(nowNanos);
        Upload now = upload;
        if (now != null && now.silent(nowNanos, limits.silenceNanos) && !now.over()) {
            abandon(now, Upload.refuse(FeedProblem.SEGMENT_TIMEOUT, "No byte came for too long."));
        }
        if (now == null && ended == null && nowNanos - heardNanos > limits.resumeNanos) {
            onEnd(lastInstant());
        }
    }

    private Instant lastInstant() {
        return session.startedAt().plusNanos(view().end() * 100_000 / 9);
    }

    private void onPublished(View fresh) {
        meters.published();
        if (!announced && fresh.playable() && !fresh.ended()) {
            announced = true;
            listener.onPlayable(this);
        }
    }

    public Id channel() {
        return session.channel();
    }

    private interface Task<T extends @Nullable Object> {
        Future<T> run();
    }

    private <T extends @Nullable Object> Future<T> ask(Task<T> task) {
        Promise<T> promise = Promise.promise();
        owner.runOnContext(go -> {
            try {
                task.run().onComplete(promise);
            } catch (RuntimeException e) {
                promise.fail(e);
            }
        });
        return promise.future();
    }
}
