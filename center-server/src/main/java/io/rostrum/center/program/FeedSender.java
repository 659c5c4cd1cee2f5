package io.rostrum.center.program;

import io.rostrum.center.program.ProgramState.Failure;
import io.rostrum.center.program.ProgramState.Phase;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the segments of one program to the streaming server and keeps them until acknowledged.
 *
 * <p>The public verbs may be called from any one thread and run on the feed's context in that
 * order. After any failure that may pass: back off, resume, send again from where the server says.
 */
final class FeedSender implements Segmenter.Out {
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 2000;

    private final Vertx vertx;
    private final Context context;
    private final FeedTarget target;
    private final FeedDoor door;
    private final FeedBacklog backlog;
    private final Consumer<ProgramState> listener;

    private ProgramState state = ProgramState.of(Phase.STARTING);
    private final News news;
    private String title;
    private byte @Nullable [] init;

    /** Who waits to hear where the session of before stands. */
    private @Nullable CompletableFuture<Standing> unknown;

    /** The number of the first segment of this sender. */
    private long first;

    /** Whether the streaming server has the header from the sender of before. */
    private boolean begun;

    /** Every break begins a new epoch, in which answers to older questions mean nothing. */
    private int epoch;

    private boolean opened;
    private boolean ready;
    private boolean ending;
    private boolean everAcknowledged;
    private long pause = FIRST_PAUSE;
    private long sending;
    private int written;
    private boolean waiting;
    private boolean endAsked;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpConnection connection;

    /**
     * @param context on which all runs, and the listener is told
     */
    FeedSender(Vertx vertx, Context context, FeedTarget target, Consumer<ProgramState> listener) {
        this.vertx = vertx;
        this.context = context;
        this.target = target;
        this.title = target.title();
        this.listener = listener;
        this.door = new FeedDoor(vertx, target);
        this.news = new News(vertx, door::describe, this::endWhenDelivered);
        this.backlog =
                new FeedBacklog(
                        vertx.fileSystem(),
                        target.directory().resolve(target.session().text()),
                        target.memory());
    }

    /** Opens the session; the first state follows with the first acknowledgement. */
    void open() {
        context.runOnContext(go -> connect());
    }

    /**
     * Opens a session that another sender left unfinished. The first segment has to be the one that
     * comes next there.
     *
     * @return where it stands; cancelled where nothing comes of it
     */
    CompletableFuture<Standing> resume() {
        CompletableFuture<Standing> found = new CompletableFuture<>();
        context.runOnContext(go -> {
            unknown = found;
            connect();
        });
        return found;
    }

    /** The init, once, before the first segment. */
    void init(byte[] bytes) {
        context.runOnContext(go -> {
            if (!begun) {
                init = bytes;
            }
            if (!begun && opened && !off()) {
                sendInit(backlog.isEmpty() ? 0 : backlog.oldest());
            }
        });
    }

    @Override
    public void onSegment(long number) {
        context.runOnContext(go -> {
            if (!off()) {
                backlog.begin(number);
                pump();
            }
        });
    }

    @Override
    public void onFragments(byte[] fragments) {
        context.runOnContext(go -> {
            if (!off()) {
                backlog.append(fragments);
                pump();
                checkRoom();
            }
        });
    }

    /** Tells the new title. */
    void rename(String newTitle) {
        context.runOnContext(go -> {
            title = newTitle;
            news.add(new JsonObject().put("title", FeedDoor.bounded(newTitle)));
        });
    }

    /**
     * Tells who came on air; kept until the streaming server knows it, as the segments are.
     *
     * @param name empty: nobody
     * @param at in 1/90000 s of the program
     */
    void took(String name, long at) {
        JsonObject take = new JsonObject().put("picture", FeedDoor.bounded(name)).put("at", at);
        context.runOnContext(go -> news.add(take));
    }

    /** Delivers the rest, for at most that long, and ends the session. */
    void end(Duration bound) {
        context.runOnContext(go -> {
            if (off() || ending) {
                return;
            }
            ending = true;
            backlog.complete();
            tell(ProgramState.of(Phase.STOPPING));
            vertx.setTimer(Math.max(1, bound.toMillis()), late -> giveUpEnding());
            pump();
            endWhenDelivered();
        });
    }

    /** Ends at once, for a failure on our side. */
    void abort(Failure failure, String words) {
        context.runOnContext(go -> finish(ProgramState.off(failure, words)));
    }

    private boolean off() {
        return state.phase() == Phase.OFF;
    }

    private void connect() {
        if (off()) {
            return;
        }
        int now = ++epoch;
        ready = false;
        opened = false;
        news.close();
        request = null;
        waiting = false;
        endAsked = false;
        door.open(title)
                .onComplete(
                        standing -> ifCurrent(now, () -> onOpened(standing)),
                        why -> ifCurrent(now, () -> onBreak(why)));
    }

    private void ifCurrent(int then, Runnable action) {
        if (then == epoch && !off()) {
            action.run();
        }
    }

    private void onOpened(Standing standing) {
        long next = standing.next();
        opened = true;
        CompletableFuture<Standing> asked = unknown;
        if (asked != null) {
            unknown = null;
            first = next;
            begun = standing.begun();
            asked.complete(standing);
        }
        long oldest = backlog.oldest();
        boolean known = oldest < 0 ? next == first : next >= oldest && next <= backlog.newest() + 1;
        if (!known && !(ending && oldest < 0)) {
            finish(
                    ProgramState.off(
                            Failure.OUT_OF_STEP,
                            "The streaming server wants segment "
                                    + next
                                    + " of the program, which is not kept here."));
            return;
        }
        backlog.acknowledge(next);
        if (begun) {
            onReady(next);
        } else if (init != null) {
            sendInit(next);
        } else {
            endWhenDelivered();
        }
    }

    private void sendInit(long next) {
        int now = epoch;
        byte[] bytes = init;
        if (bytes != null) {
            door.init(bytes)
                    .onComplete(
                            done -> ifCurrent(now, () -> onReady(next)),
                            why -> ifCurrent(now, () -> onBreak(why)));
        }
    }

    private void onReady(long next) {
        ready = true;
        sending = next;
        written = 0;
        news.open();
        pump();
        endWhenDelivered();
    }

    /** Writes all that there is to write and the connection takes. */
    private void pump() {
        while (ready && !waiting && !off()) {
            FeedSegment segment = backlog.find(sending);
            if (segment == null) {
                return;
            }
            HttpClientRequest current = request;
            if (segment.onDisk()) {
                await(backlog.load(segment));
            } else if (current == null) {
                begin(segment.number);
            } else if (written < segment.fragments().size()) {
                write(current, segment);
            } else if (segment.isComplete()) {
                complete(current);
            } else {
                return;
            }
        }
    }

    /** Stops the pump until then. */
    private <T> void await(Future<T> step) {
        int now = epoch;
        waiting = true;
        step.onComplete(
                done ->
                        ifCurrent(
                                now,
                                () -> {
                                    waiting = false;
                                    pump();
                                }),
                why -> ifCurrent(now, () -> onBreak(why)));
    }

    private void begin(long number) {
        int now = epoch;
        await(
                door.segment(number)
                        .map(fresh -> {
                            if (now == epoch && !off()) {
                                request = fresh;
                                written = 0;
                                listen(fresh);
                            } else {
                                fresh.reset();
                            }
                            return null;
                        }));
    }

    private void listen(HttpClientRequest fresh) {
        int now = epoch;
        connection = fresh.connection();
        fresh.exceptionHandler(why -> ifCurrent(now, () -> onBreak(why)));
        fresh.response()
                .compose(door::acknowledged)
                .onComplete(
                        next -> ifCurrent(now, () -> onAcknowledged(next)),
                        why -> ifCurrent(now, () -> onBreak(why)));
    }

    private void write(HttpClientRequest current, FeedSegment segment) {
        int now = epoch;
        current.write(segment.fragments().get(written++))
                .onFailure(why -> ifCurrent(now, () -> onBreak(why)));
        if (current.writeQueueFull()) {
            waiting = true;
            long slow =
                    vertx.setTimer(
                            target.patience().toMillis(),
                            late ->
                                    ifCurrent(
                                            now,
                                            () ->
                                                    onBreak(
                                                            FeedException.passing(
                                                                    "The streaming server takes"
                                                                            + " nothing more."))));
            current.drainHandler(drained -> {
                vertx.cancelTimer(slow);
                ifCurrent(
                        now,
                        () -> {
                            waiting = false;
                            pump();
                        });
            });
        }
    }

    private void complete(HttpClientRequest current) {
        int now = epoch;
        long number = sending;
        current.end().onFailure(why -> ifCurrent(now, () -> onBreak(why)));
        request = null;
        written = 0;
        sending++;
        vertx.setTimer(target.patience().toMillis(), late -> ifCurrent(now, () -> expect(number)));
    }

    /** That segment should have been acknowledged by now. */
    private void expect(long number) {
        if (backlog.oldest() >= 0 && backlog.oldest() <= number) {
            onBreak(FeedException.passing("The streaming server does not acknowledge."));
        }
    }

    private void onAcknowledged(long next) {
        if (next > sending) {
            onBreak(FeedException.passing("The streaming server acknowledged what is not sent."));
            return;
        }
        backlog.acknowledge(next);
        pause = FIRST_PAUSE;
        everAcknowledged = true;
        if (!ending) {
            tell(ProgramState.of(Phase.ON));
        }
        endWhenDelivered();
    }

    private void onBreak(Throwable cause) {
        FeedException why = FeedException.of(cause);
        Failure failure = why.failure();
        if (failure != null) {
            finish(ProgramState.off(failure, why.words()));
            return;
        }
        epoch++;
        ready = false;
        opened = false;
        disconnect();
        if (!ending) {
            Phase phase = everAcknowledged ? Phase.INTERRUPTED : Phase.STARTING;
            tell(ProgramState.of(phase, why.words()));
        }
        vertx.setTimer(pause, again -> connect());
        pause = Math.min(pause * 2, LONGEST_PAUSE);
    }

    /** Whatever is still under way on the connection was sent in vain. */
    private void disconnect() {
        news.close();
        HttpClientRequest broken = request;
        request = null;
        if (broken != null) {
            broken.exceptionHandler(ignored -> {});
        }
        HttpConnection old = connection;
        connection = null;
        if (old != null) {
            old.close();
        }
    }

    private void checkRoom() {
        if (backlog.overflows()) {
            finish(
                    ProgramState.off(
                            Failure.NO_ROOM,
                            "The streaming server cannot be reached, and neither memory nor disk"
                                    + " holds more of the program."));
        }
    }

    private void endWhenDelivered() {
        boolean untold = ready && !news.isEmpty();
        if (!ending || endAsked || !opened || !backlog.isEmpty() || untold || off()) {
            return;
        }
        endAsked = true;
        int now = epoch;
        door.end()
                .onComplete(
                        done -> ifCurrent(now, () -> finish(ProgramState.of(Phase.OFF))),
                        why -> ifCurrent(now, () -> onBreak(why)));
    }

    private void giveUpEnding() {
        if (!off()) {
            finish(
                    ProgramState.off(
                            Failure.TAIL_LOST,
                            "The end of the program could not be delivered to the streaming"
                                    + " server in time."));
        }
    }

    private void finish(ProgramState last) {
        if (off()) {
            return;
        }
        epoch++;
        disconnect();
        if (unknown != null) {
            unknown.cancel(false);
        }
        backlog.clear();
        door.close();
        tell(last);
    }

    private void tell(ProgramState next) {
        if (!next.equals(state)) {
            state = next;
            listener.accept(next);
        }
    }
}
