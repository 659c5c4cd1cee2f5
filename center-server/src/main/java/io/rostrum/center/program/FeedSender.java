package io.rostrum.center.program;

import io.rostrum.center.program.ProgramState.Failure;
import io.rostrum.center.program.ProgramState.Phase;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the segments of one program to the streaming server and keeps them until acknowledged.
 *
 * <p>The public verbs may be called from any one thread and run on the feed's context in that
 * order. After any failure that may pass: back off, resume, send again from where the server says.
 */
final class FeedSender implements Segmenter.Out, Delivery.Listener {
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 500;

    private final Vertx vertx;
    private final Context context;
    private final FeedTarget target;
    private final FeedDoor door;
    private final FeedBacklog backlog;
    private final Consumer<ProgramState> listener;

    private ProgramState state = ProgramState.of(Phase.STARTING);
    private final News news;
    private byte @Nullable [] init;
    private Instant begins;

    /** Who waits to hear where the session of before stands. */
    private @Nullable CompletableFuture<Standing> unknown;

    /** The number of the first segment of this sender. */
    private long first;

    /** Whether the streaming server has the header from the sender of before. */
    private boolean begun;

    /** Every break begins a new epoch, in which answers to older questions mean nothing. */
    private int epoch;

    private boolean opened;
    private boolean ending;
    private boolean everAcknowledged;
    private long pause = FIRST_PAUSE;
    private boolean endAsked;

    /** There from the server's welcome to the next break. */
    private @Nullable Delivery delivery;

    /**
     * @param context on which all runs, and the listener is told
     */
    FeedSender(Vertx vertx, Context context, FeedTarget target, Consumer<ProgramState> listener) {
        this.vertx = vertx;
        this.context = context;
        this.target = target;
        this.begins = target.startedAt();
        this.listener = listener;
        this.door = new FeedDoor(vertx, target);
        this.news = new News(vertx, door::describe, this::endWhenDelivered);
        this.backlog =
                new FeedBacklog(
                        vertx.fileSystem(), target.store(), target.session(), target.memory());
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

    /**
     * The init, once, before the first segment.
     *
     * @param zero when time 0 was captured
     */
    void init(byte[] bytes, Instant zero) {
        context.runOnContext(go -> {
            if (!begun) {
                init = bytes;
                begins = zero;
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
        opened = false;
        endAsked = false;
        door.open()
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
            door.init(bytes, begins)
                    .onComplete(
                            done -> ifCurrent(now, () -> onReady(next)),
                            why -> ifCurrent(now, () -> onBreak(why)));
        }
    }

    private void onReady(long next) {
        delivery = new Delivery(vertx, door, backlog, target.patience(), next, this);
        news.open();
        pump();
        endWhenDelivered();
    }

    private void pump() {
        Delivery current = delivery;
        if (current != null) {
            current.pump();
        }
    }

    @Override
    public void onAcknowledged(long next) {
        backlog.acknowledge(next);
        pause = FIRST_PAUSE;
        everAcknowledged = true;
        if (!ending) {
            tell(ProgramState.of(Phase.ON));
        }
        endWhenDelivered();
    }

    @Override
    public void onBreak(Throwable cause) {
        FeedException why = FeedException.of(cause);
        Failure failure = why.failure();
        if (failure != null) {
            finish(ProgramState.off(failure, why.words()));
            return;
        }
        epoch++;
        opened = false;
        disconnect();
        if (!ending) {
            Phase phase = everAcknowledged ? Phase.INTERRUPTED : Phase.STARTING;
            tell(ProgramState.of(phase, why.words()));
        }
        vertx.setTimer(pause, again -> connect());
        pause = Math.min(pause * 2, LONGEST_PAUSE);
    }

    private void disconnect() {
        news.close();
        Delivery old = delivery;
        delivery = null;
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
        boolean untold = delivery != null && !news.isEmpty();
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
