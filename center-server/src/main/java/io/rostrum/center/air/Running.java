package io.rostrum.center.air;

import io.rostrum.center.program.ProgramListener;
import io.rostrum.center.program.ProgramState;
import io.rostrum.center.program.Warning;
import io.rostrum.center.room.Refusal;
import io.rostrum.center.room.Studio;
import io.rostrum.protocol.signal.BroadcastPhase;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.BroadcastWarning;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.core.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One program from the press to its end, with its mark.
 *
 * <p>The mark is kept before anything goes to the streaming server, so no program is on air that a
 * server after us does not know; that it was stopped is kept before anybody is told. Confined to
 * the room's thread.
 */
final class Running implements Studio.OnAir, ProgramListener {
    private static final System.Logger LOG = System.getLogger(Running.class.getName());

    private final RoomStudio.Desk desk;
    private final Studio.Listener listener;
    private Mark mark;
    private Future<Void> noted = Future.succeededFuture();
    private Transmitter.@Nullable Transmission line;
    private @Nullable Take waiting;
    private @Nullable String card;
    private boolean off;
    private BroadcastState told = BroadcastState.off();
    private @Nullable BroadcastWarning warning;

    /** What was taken before the line stood. */
    private record Take(@Nullable String participant, @Nullable String name) {}

    Running(Mark mark, RoomStudio.Desk desk, Studio.Listener listener) {
        this.mark = mark;
        this.desk = desk;
        this.listener = listener;
    }

    /** On air once the mark is kept, or cannot be: then only a crash is not provided for. */
    void start(Transmitter transmitter) {
        noted = desk.ledger().keep(mark).onFailure(Running::notKept).otherwiseEmpty();
        var _ =
                noted.onComplete(kept -> {
                    if (mark.stopped()) {
                        finish(true, null);
                    } else {
                        begin(() -> transmitter.start(mark.program(), this));
                    }
                });
    }

    void resume(Transmitter transmitter) {
        noted = desk.ledger().keep(mark).onFailure(Running::notKept).otherwiseEmpty();
        begin(() -> transmitter.resume(mark.program(), this));
    }

    /** What cannot begin is off, and the streaming server is told so if it knows of it. */
    private void begin(Supplier<Transmitter.Transmission> beginning) {
        try {
            line = beginning.get();
        } catch (RuntimeException | Error e) { // a missing codec, and what else ends a thread
            LOG.log(System.Logger.Level.ERROR, "a program cannot begin", e);
            finish(false, "The broadcast cannot begin: see the server's log.");
            return;
        }
        takeWaiting();
    }

    private void takeWaiting() {
        if (card != null) {
            card(card);
        }
        Take first = waiting;
        if (first != null) {
            take(first.participant, first.name);
        }
    }

    @Override
    public void take(@Nullable String participant, @Nullable String name) {
        if (line == null) {
            waiting = new Take(participant, name);
        } else {
            line.take(participant, name);
        }
    }

    @Override
    public void card(String text) {
        card = text;
        if (line != null) {
            line.card(text);
        }
    }

    @Override
    public void locked(boolean locked) {
        mark = mark.locked(locked);
        if (!mark.stopped()) {
            var _ = desk.ledger().keep(mark).onFailure(Running::notKept);
        }
    }

    @Override
    public void stop() {
        noteStop();
        if (line != null) {
            line.stop();
        }
    }

    @Override
    public Future<Void> noted() {
        return noted;
    }

    private void noteStop() {
        if (!mark.stopped()) {
            mark = mark.stop();
            noted = noted(desk.ledger(), mark);
        }
    }

    /** A stop that cannot be written can still be kept: without a mark nothing is resumed. */
    static Future<Void> noted(Ledger ledger, Mark stopped) {
        return ledger.keep(stopped)
                .onFailure(Running::notKept)
                .recover(full -> ledger.forget(stopped))
                .onFailure(Running::notKept)
                .recover(broken ->
                        Future.failedFuture(
                                new Refusal(
                                        ProblemCode.BROADCAST_FAILED,
                                        "The broadcast is stopped, but the server cannot keep a"
                                                + " note of it. Tell its operator.")));
    }

    private static void notKept(Throwable why) {
        LOG.log(System.Logger.Level.ERROR, "what is on air is not noted", why);
    }

    @Override
    public void onState(ProgramState state) {
        switch (state.phase()) {
            case OFF -> finish(state.failure() == null, state.detail());
            case STARTING -> tell(BroadcastPhase.STARTING, state.detail());
            case ON -> tell(BroadcastPhase.ON, state.detail());
            case INTERRUPTED -> tell(BroadcastPhase.INTERRUPTED, state.detail());
            case STOPPING -> tell(BroadcastPhase.STOPPING, state.detail());
        }
    }

    /**
     * Whoever hears that it is off can rely on it, whatever happens to this server.
     *
     * @param told whether the streaming server knows
     */
    private void finish(boolean told, @Nullable String detail) {
        if (off) {
            return;
        }
        off = true;
        var _ =
                settle(told)
                        .onComplete(done ->
                                listener.onBroadcast(
                                        detail == null
                                                ? BroadcastState.off()
                                                : BroadcastState.off(detail)));
    }

    /** Where the streaming server could not be told of the end, it still has to be. */
    private Future<Void> settle(boolean told) {
        noteStop();
        return told
                ? noted.otherwiseEmpty().compose(stopped -> desk.ledger().forget(mark))
                : noted.onComplete(stopped -> desk.endings().add(mark));
    }

    private void tell(BroadcastPhase phase, @Nullable String detail) {
        Studio.Left program = mark.program();
        told =
                new BroadcastState(
                        phase,
                        program.session(),
                        program.title(),
                        program.since().toString(),
                        desk.page().apply(mark.room().text()),
                        null,
                        null,
                        detail,
                        warning);
        listener.onBroadcast(told);
    }

    @Override
    public void onWarning(@Nullable Warning news) {
        warning = news == null ? null : new BroadcastWarning(code(news), about(news));
        if (told.state() == BroadcastPhase.ON || told.state() == BroadcastPhase.INTERRUPTED) {
            told = told.warning(warning);
            listener.onBroadcast(told);
        }
    }

    /** The mixer knows what to do about it; nobody has to look at it. */
    @Override
    public void onLoss(int percent) {}

    private static @Nullable String about(Warning warning) {
        return warning.source().isEmpty() ? null : warning.source();
    }

    private static BroadcastWarning.Code code(Warning warning) {
        return switch (warning.kind()) {
            case OUT_OF_STEP -> BroadcastWarning.Code.OUT_OF_STEP;
            case NOT_CONVERTED -> BroadcastWarning.Code.NOT_CONVERTED;
            case NO_CARD -> BroadcastWarning.Code.NO_CARD;
        };
    }

    @Override
    public void onCut(@Nullable String source, @Nullable String shown) {
        listener.onPicture(source, shown);
    }
}
