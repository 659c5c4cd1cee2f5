package io.rostrum.streaming.ingest;

import io.rostrum.protocol.feed.FeedProblem;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.Writer;
import io.rostrum.streaming.packager.Codecs;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.Segment;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.Shown;
import io.rostrum.streaming.timeline.Take;
import io.rostrum.streaming.timeline.Takes;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A program that comes by a feed: its upload, its storage, its words and its end. Lives on one
 * event loop. What viewers have of it is its {@link Live}.
 *
 * <p>Verbs may be called from anywhere and cross to that loop; {@code on…} runs there.
 */
public final class Program {
    /** Seconds of the live playlist, in 1/90000 s. */
    static final long WINDOW = 60 * 90000L;

    private final Context owner;
    private final Storage storage;
    private final Writer writer;
    private final Live live;
    private final Limits limits;
    private final Edge edge;
    private final Intake intake;
    private final Gallery gallery;
    private final Consumer<Program> gone;
    private boolean ending;
    private @Nullable Future<Void> ended;

    /** A header that is being written, which viewers do not have yet. */
    private byte @Nullable [] header;

    private Future<Void> headed = Future.succeededFuture();

    /** Bounds of time and space. */
    record Limits(Intake.Bounds segment, long resumeNanos, Edge.Patience patience) {}

    /** A program's state that was read from disk, or that is new. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Start(
            Session session,
            byte @Nullable [] init,
            @Nullable Codecs codecs,
            Edge.Reel reel,
            FeedTimes times,
            long next,
            Takes takes,
            Layer layer) {}

    /**
     * @param gone told at its end, before viewers are
     */
    Program(
            Vertx vertx,
            Context owner,
            Storage storage,
            Start start,
            Writer writer,
            FeedMeters meters,
            Limits limits,
            Consumer<Program> gone) {
        this.owner = owner;
        this.storage = storage;
        this.writer = writer;
        this.live = writer.live();
        this.limits = limits;
        this.gone = gone;
        this.edge = new Edge(vertx, owner, start.reel, limits.patience, writer, meters);
        this.intake = new Intake(storage, edge, start.times, start.next, meters, limits.segment);
        this.gallery = new Gallery(storage, writer);
    }

    /** What viewers have of it. */
    public Live live() {
        return live;
    }

    public Session session() {
        return live.session();
    }

    public Id channel() {
        return live.channel();
    }

    /** Publishes what was read from disk. */
    void start() {
        owner.runOnContext(go -> edge.resume(away()));
    }

    /** How long the program has lasted by its own clock; 0 where that cannot be. */
    private long away() {
        long nanos = Duration.between(session().startedAt(), Instant.now()).toNanos();
        long now = nanos * 9 / 100_000;
        long gap = (now - live.view().end()) * 100_000 / 9;
        return gap >= 0 && gap <= limits.resumeNanos ? now : 0;
    }

    /** Where the feed goes on; what it had begun to send is dropped. */
    Future<Intake.Standing> standing() {
        return ask(() -> {
            intake.heard();
            return intake.standing();
        });
    }

    /**
     * Takes the header; the same again is fine.
     *
     * @param begins when time 0 was captured
     */
    Future<Void> init(byte[] bytes, Instant begins) {
        return ask(() -> onInit(bytes, begins));
    }

    private Future<Void> onInit(byte[] bytes, Instant begins) {
        intake.heard();
        if (ending) {
            return Future.failedFuture(over());
        }
        byte[] known = header == null ? live.init() : header;
        if (known == null) {
            header = bytes;
            headed = save(bytes, begins).onComplete(done -> header = null);
            return headed;
        }
        return Arrays.equals(known, bytes)
                ? headed
                : Future.failedFuture(
                        Upload.refuse(FeedProblem.OTHER_INIT, "This session has another header."));
    }

    /** The words first: others that change meanwhile are written with them. */
    private Future<Void> save(byte[] bytes, Instant begins) {
        Session begun = session().begun(begins);
        writer.reword(begun);
        return storage.save(begun)
                .compose(saved -> storage.saveInit(bytes))
                .onSuccess(saved -> {
                    edge.begins(begins);
                    writer.header(bytes);
                })
                .recover(Program::full);
    }

    /**
     * Begins a segment.
     *
     * @param answer the number of the next one, once this one is stored
     * @return the upload to which its bytes go; nothing where the answer is already there
     */
    Future<Optional<Upload>> begin(long number, Promise<Long> answer) {
        return ask(() -> intake.settled().map(settled -> onBegin(number, answer)));
    }

    private Optional<Upload> onBegin(long number, Promise<Long> answer) {
        intake.heard();
        if (ending) {
            answer.fail(over());
            return Optional.empty();
        }
        return intake.begin(number, answer, live.init() != null);
    }

    /** Takes bytes of an upload; succeeds once they are written. */
    Future<Void> take(Upload from, byte[] chunk) {
        return ask(() -> intake.take(from, chunk));
    }

    /** The last byte of an upload came. */
    void complete(Upload from) {
        owner.runOnContext(go -> intake.complete(from));
    }

    /** The sender of an upload went away. */
    void lost(Upload from) {
        owner.runOnContext(go ->
                intake.abandon(
                        from, Upload.refuse(FeedProblem.SEGMENT_TIMEOUT, "The feed broke off.")));
    }

    static <T> Future<T> full(Throwable why) {
        return Future.failedFuture(
                why instanceof Refusal
                        ? why
                        : Upload.refuse(
                                FeedProblem.STORAGE_FULL,
                                "The streaming server cannot store it: " + why.getMessage()));
    }

    private static Refusal over() {
        return Upload.refuse(FeedProblem.SESSION_ENDED, "This session has ended.");
    }

    /** The feed changes the words of the session. */
    Future<Void> reword(UnaryOperator<Session> change) {
        return ask(() -> {
            intake.heard();
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
            Future<Void> end = ended;
            return (end == null ? Future.<Void>succeededFuture() : end.otherwiseEmpty())
                    .map(gone -> false);
        });
    }

    private Future<Void> onChange(UnaryOperator<Session> change) {
        if (ending) {
            return Future.failedFuture(over());
        }
        Session changed = change.apply(session());
        writer.reword(changed);
        return storage.save(changed).recover(Program::full);
    }

    /**
     * Notes who came on air.
     *
     * @param at in 1/90000 s of the program; nothing: with the latest picture that came
     */
    Future<Void> took(String name, OptionalLong at) {
        return ask(() -> {
            if (ending) {
                return Future.failedFuture(over());
            }
            Take take = new Take(at.orElse(intake.picture()), name);
            Takes takes = live.takes().with(take);
            if (!takes.equals(live.takes())) { // it may be told again
                gallery.took(take);
            }
            writer.took(takes);
            return storage.save(takes).recover(Program::full);
        });
    }

    /**
     * Changes what is shown above the picture, with the latest picture that came.
     *
     * @param change what is to be shown, given what the host has switched to until now
     * @return what he has switched to then, once that is kept; fails with a {@link Refusal}
     */
    public Future<Layer.Switches> show(Function<Layer.Switches, List<Shown>> change) {
        return ask(() -> gallery.show(change, () -> ending ? -1 : intake.picture()));
    }

    /**
     * Shows a mark above the picture.
     *
     * @param png of it
     * @return as {@link #show}
     */
    public Future<Layer.Switches> mark(byte[] png) {
        Future<String> kept =
                ask(() -> ending ? Future.failedFuture(over()) : gallery.keepMark(png));
        return kept.compose(name -> show(now -> List.of(new Shown.Logo(now.logo().text(), name))));
    }

    /**
     * Ends the program; it is a recording once this succeeds. It ended with what was sent last,
     * whenever that is said.
     */
    public Future<Void> end() {
        return ask(this::onEnd);
    }

    private Future<Void> onEnd() {
        Future<Void> before = ended;
        if (before != null) {
            return before;
        }
        ending = true;
        intake.drop("The session has been ended.");
        edge.end();
        Session last = session().ended(lastInstant());
        Future<Void> done =
                storage.close(last)
                        .onSuccess(kept -> {
                            gone.accept(this);
                            writer.ended(last, kept);
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
        writer.expire(nowNanos);
        boolean silent = intake.abandoned(nowNanos, limits.resumeNanos);
        intake.tick(nowNanos);
        if (silent && ended == null) {
            onEnd();
        }
    }

    private Instant lastInstant() {
        List<Segment> stored = live.stored().segments();
        long end = stored.isEmpty() ? 0 : stored.getLast().end();
        return session().startedAt().plusNanos(end * 100_000 / 9);
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
