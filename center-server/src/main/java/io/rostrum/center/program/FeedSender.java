package io.rostrum.center.program;

import io.rostrum.center.program.ProgramState.Failure;
import io.rostrum.center.program.ProgramState.Phase;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.feed.SendLimits;
import io.rostrum.protocol.feed.SendStep;
import io.rostrum.protocol.feed.Sending;
import io.rostrum.protocol.feed.Take;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the segments of one program to the streaming server: the sockets, files and clock of a
 * {@link Sending}, which decides.
 *
 * <p>The public verbs may be called from any one thread and run on the feed's context in that
 * order.
 */
final class FeedSender implements Segmenter.Out, SegmentLine.Listener {
    private static final System.Logger LOG = System.getLogger(FeedSender.class.getName());
    private static final FaultLog FAULTS = new FaultLog(LOG, System::nanoTime);

    /** Who hears of the feed; called on its context. */
    interface Listener {
        /** After {@link Phase#OFF} nothing follows. */
        void onState(ProgramState state);

        /** What viewers by WebRTC lose of the sound changed; in percent, 0 at first. */
        void onLoss(int percent);
    }

    private final Vertx vertx;
    private final Context context;
    private final LongSupplier clock = System::nanoTime;
    private final Listener listener;
    private final Sending sending;
    private final FeedDoor door;
    private final FeedDisk disk;
    private final SegmentLine line;
    private final Deque<SendStep> steps = new ArrayDeque<>();
    private boolean busy;
    private long alarm = Long.MAX_VALUE;
    private int loss;
    private byte @Nullable [] init;
    private Instant begins;
    private @Nullable Failure broken;
    private String brokenWords = "";

    /** Who waits to hear where the session of before stands. */
    private @Nullable CompletableFuture<Standing> unknown;

    /**
     * @param context on which all runs, and the listener is told
     */
    FeedSender(Vertx vertx, Context context, FeedTarget target, Listener listener) {
        this.vertx = vertx;
        this.context = context;
        this.listener = listener;
        begins = target.startedAt();
        sending = new Sending(SendLimits.of(target.memory(), target.patience()));
        door = new FeedDoor(vertx, target);
        disk = new FeedDisk(context, target.store(), target.session());
        line = new SegmentLine(door, this);
    }

    /** Opens the session; the first state follows with the first acknowledgement. */
    void open() {
        post(() -> sending.open(now()));
    }

    /**
     * Opens a session that another sender left unfinished. The first segment has to be the one that
     * comes next there.
     *
     * @return where it stands; cancelled where nothing comes of it
     */
    CompletableFuture<Standing> resume() {
        CompletableFuture<Standing> found = new CompletableFuture<>();
        post(() -> {
            unknown = found;
            sending.resume(now());
        });
        return found;
    }

    /**
     * The init, once, before the first segment.
     *
     * @param zero when time 0 was captured
     */
    void init(byte[] bytes, Instant zero) {
        post(() -> {
            init = bytes;
            begins = zero;
            sending.header(now());
        });
    }

    @Override
    public void onSegment(long number) {
        post(() -> sending.begin(number, now()));
    }

    @Override
    public void onFragments(byte[] fragments) {
        post(() -> sending.append(fragments, now()));
    }

    /**
     * Tells who came on air; kept until the streaming server knows it, as the segments are.
     *
     * @param name empty: nobody
     * @param at in 1/90000 s of the program
     */
    void took(String name, long at) {
        post(() -> sending.took(new Take(name, at)));
    }

    /** Delivers the rest, for at most that long, and ends the session. */
    void end(Duration bound) {
        post(() -> sending.end(bound, now()));
    }

    /** Ends at once, for a failure on our side. */
    void abort(Failure failure, String words) {
        post(() -> {
            broken = failure;
            brokenWords = words;
            sending.abort();
        });
    }

    private long now() {
        return clock.getAsLong();
    }

    private void post(Runnable verb) {
        context.runOnContext(go -> act(verb));
    }

    /**
     * On the context. What is done may call back at once: then it comes after what is done now. A
     * step that fails is one that is not answered: what follows is done nevertheless.
     */
    private void act(Runnable verb) {
        verb.run();
        steps.addAll(sending.steps());
        if (busy) {
            return;
        }
        busy = true;
        while (!steps.isEmpty()) {
            FAULTS.guard("a step of a feed", () -> carryOut(steps.remove()));
        }
        busy = false;
        setAlarm();
    }

    /** One that is set for too early asks again: most of the time what is due moves on. */
    private void setAlarm() {
        long due = sending.wakeAt();
        if (due < alarm) {
            alarm = due;
            long millis = TimeUnit.NANOSECONDS.toMillis(due - now()) + 1;
            vertx.setTimer(Math.max(1, millis), late -> ring(due));
        }
    }

    private void ring(long due) {
        if (due == alarm) {
            alarm = Long.MAX_VALUE;
        }
        act(() -> sending.tick(now()));
    }

    private void carryOut(SendStep step) {
        switch (step) {
            case SendStep.Open open -> open(open.attempt());
            case SendStep.Header header -> sendHeader(header.attempt());
            case SendStep.Begin begin -> line.begin(begin.attempt(), begin.number());
            case SendStep.Write write -> line.write(write.attempt(), write.bytes());
            case SendStep.Finish finish -> line.finish(finish.attempt());
            case SendStep.Tell tell -> tell(tell);
            case SendStep.End end -> end(end.attempt());
            case SendStep.HangUp hangUp -> line.close();
            case SendStep.Store store -> store(store);
            case SendStep.Load load -> load(load);
            case SendStep.Discard discard -> disk.delete(discard.number());
            case SendStep.Say say -> listener.onState(state(say));
            case SendStep.Over over -> finish(over);
        }
    }

    private void open(int attempt) {
        door.open()
                .onComplete(standing -> onOpened(attempt, standing), why -> onBroken(attempt, why));
    }

    private void onOpened(int attempt, Standing standing) {
        CompletableFuture<Standing> asked = unknown;
        if (asked != null) {
            unknown = null;
            asked.complete(standing);
        }
        act(() -> sending.opened(attempt, standing.next(), standing.begun(), now()));
    }

    private void sendHeader(int attempt) {
        door.init(Objects.requireNonNull(init), begins)
                .onComplete(
                        done -> act(() -> sending.headerTaken(attempt, now())),
                        why -> onBroken(attempt, why));
    }

    private void tell(SendStep.Tell tell) {
        door.tell(tell.take())
                .onComplete(
                        done -> act(() -> sending.told(tell.serial(), now())),
                        why -> onUntold(tell.serial(), FeedException.of(why)));
    }

    private void onUntold(long serial, FeedException why) {
        LOG.log(System.Logger.Level.DEBUG, "a take was not delivered: {0}", why.words());
        if (why.failure().isPresent()) {
            act(() -> sending.told(serial, now())); // no repetition mends it
        } else {
            act(() -> sending.untold(serial, now()));
        }
    }

    private void end(int attempt) {
        door.end()
                .onComplete(
                        done -> act(() -> sending.ended(attempt)), why -> onBroken(attempt, why));
    }

    private void store(SendStep.Store store) {
        long number = store.number();
        disk.write(number, store.fragments())
                .onComplete(
                        done -> act(() -> sending.stored(number)),
                        why -> act(() -> sending.notStored(number)));
    }

    private void load(SendStep.Load load) {
        disk.read(load.number())
                .onComplete(
                        whole ->
                                act(() ->
                                        sending.loaded(
                                                load.attempt(), load.number(), whole, now())),
                        why ->
                                onBroken(
                                        load.attempt(),
                                        FeedException.passing(
                                                "What waits to be sent cannot be read: " + why)));
    }

    @Override
    public void onReady(int attempt) {
        act(() -> sending.ready(attempt, now()));
    }

    @Override
    public void onAcknowledged(int attempt, long next, int newLoss) {
        // before anybody is told, who may fail to hear of it
        act(() -> sending.acknowledged(attempt, next, now()));
        if (newLoss != loss) {
            loss = newLoss;
            listener.onLoss(newLoss);
        }
    }

    @Override
    public void onBroken(int attempt, Throwable cause) {
        FeedException why = FeedException.of(cause);
        act(() -> sending.failed(attempt, why.failure(), why.words(), now()));
    }

    private static ProgramState state(SendStep.Say say) {
        Phase phase =
                switch (say.phase()) {
                    case STARTING -> Phase.STARTING;
                    case ON -> Phase.ON;
                    case INTERRUPTED -> Phase.INTERRUPTED;
                    case STOPPING -> Phase.STOPPING;
                };
        return new ProgramState(phase, say.words().orElse(null), null);
    }

    private void finish(SendStep.Over over) {
        if (unknown != null) {
            unknown.cancel(false);
        }
        disk.clear();
        door.close();
        listener.onState(last(over));
    }

    private ProgramState last(SendStep.Over over) {
        if (broken != null) {
            return ProgramState.off(broken, brokenWords);
        }
        return over.failure()
                .map(failure -> ProgramState.off(Failure.of(failure), over.words()))
                .orElse(ProgramState.of(Phase.OFF));
    }
}
