package io.rostrum.center.room;

import io.rostrum.center.account.Visitor;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ClientMessage.Join;
import io.rostrum.protocol.signal.RoomState;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Reaches a room from any thread: verb here, the same verb of the room on its own thread. The
 * answer comes back on the context of who asked, as if he had never left it.
 */
public final class RoomProxy {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final long NO_TIMER = -1;

    private final Context context;
    private final Room room;
    private final LongSupplier nanoClock;
    private final Life life;

    /** Runs while somebody is in the room; the room's thread only. */
    private long timer = NO_TIMER;

    /** The room has left memory: what is asked goes to the one of now. */
    private boolean retired;

    /**
     * How long a room stays in memory that nobody needs.
     *
     * @param rooms where it is found, and found again
     */
    public record Life(String id, Duration idle, Rooms rooms) {}

    /** What is done in the room, on its thread. */
    private interface Work<T> {
        Future<T> on(Room room, long nowNanos);
    }

    /** Takes over the room, which lives on that context from now on. */
    public RoomProxy(Context context, Room room, LongSupplier nanoClock, Life life) {
        this.context = context;
        this.room = room;
        this.nanoClock = nanoClock;
        this.life = life;
        context.runOnContext(born -> watchIdleness());
    }

    /** Somebody comes in, or back, or waits: whether he is in. Fails with a {@link Refusal}. */
    public Future<Boolean> join(Client client, Visitor visitor, Join join) {
        return inside((in, now) -> in.join(client, visitor, join, now));
    }

    /**
     * Fails with a {@link Refusal} when the room refuses. That a program was started or stopped is
     * said once a server after us would know.
     */
    public Future<Void> say(Client client, ClientMessage.Request request) {
        return answered((in, now) -> {
            in.handle(client, request, now);
            return request instanceof ClientMessage.Broadcast
                    ? in.noted()
                    : Future.succeededFuture();
        });
    }

    public Future<Void> disconnect(Client client) {
        return run((in, now) -> in.disconnected(client, now));
    }

    /** An encoder comes in; fails with a {@link Refusal}. */
    public Future<Room.Entered> enter(Visitor visitor, String name, String offer) {
        return inside((in, now) -> in.enter(visitor, name, offer, now));
    }

    /** An encoder was stopped; fails with a {@link Refusal}. */
    public Future<Void> leave(String participant, String session) {
        return run((in, now) -> in.leave(participant, session, now));
    }

    /** Goes on with a program that was on air when the server before us died. */
    public Future<Void> resume(Studio.Left left) {
        return run((in, now) -> in.resume(left, now));
    }

    public Future<RoomState> state() {
        return inside((in, now) -> in.state());
    }

    /** Whether somebody is in, or a program is not delivered yet. */
    public Future<Boolean> busy() {
        return inside((in, now) -> in.busy());
    }

    /** Sends everybody out; complete when no server after us would go on with the program. */
    public Future<Void> close() {
        return answered((in, now) -> {
            in.close(now);
            return in.noted();
        });
    }

    private interface Order {
        void to(Room room, long nowNanos);
    }

    private interface Question<T> {
        T of(Room room, long nowNanos);
    }

    private Future<Void> run(Order order) {
        return answered((in, now) -> {
            order.to(in, now);
            return Future.succeededFuture();
        });
    }

    private <T> Future<T> inside(Question<T> question) {
        return answered((in, now) -> Future.succeededFuture(question.of(in, now)));
    }

    private <T> Future<T> answered(Work<T> work) {
        Context asker = context.owner().getOrCreateContext();
        Promise<T> promise = Promise.promise();
        context.runOnContext(ignored -> {
            Future<T> outcome =
                    retired
                            ? life.rooms().find(life.id()).compose(again -> again.answered(work))
                            : outcome(work);
            outcome.onComplete(answer -> asker.runOnContext(back -> promise.handle(answer)));
            keepTime();
        });
        return promise.future();
    }

    private <T> Future<T> outcome(Work<T> work) {
        try {
            return work.on(room, nanoClock.getAsLong());
        } catch (RuntimeException | Error e) { // whoever asked waits for an answer
            return Future.failedFuture(e);
        }
    }

    private void watchIdleness() {
        context.owner().setTimer(Math.max(1, life.idle().toMillis()), ignored -> onIdleness());
    }

    /** Nothing has to be stopped: what was running has ended when the room was no longer busy. */
    private void onIdleness() {
        if (room.forgettable(nanoClock.getAsLong())) {
            retired = true;
            life.rooms().retire(life.id(), this);
        } else {
            watchIdleness();
        }
    }

    private void keepTime() {
        if (timer == NO_TIMER && !retired && room.busy()) {
            timer = context.owner().setPeriodic(TICK.toMillis(), ignored -> onTick());
        }
    }

    private void onTick() {
        room.tick(nanoClock.getAsLong());
        if (!room.busy()) {
            context.owner().cancelTimer(timer);
            timer = NO_TIMER;
        }
    }
}
