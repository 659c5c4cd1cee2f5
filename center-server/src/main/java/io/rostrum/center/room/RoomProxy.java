package io.rostrum.center.room;

import io.rostrum.center.account.Visitor;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ClientMessage.Join;
import io.rostrum.protocol.signal.RoomState;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
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

    /** Runs while somebody is in the room; the room's thread only. */
    private long timer = NO_TIMER;

    /** Takes over the room, which lives on that context from now on. */
    public RoomProxy(Context context, Room room, LongSupplier nanoClock) {
        this.context = context;
        this.room = room;
        this.nanoClock = nanoClock;
    }

    /** Somebody comes in, or back, or waits: whether he is in. Fails with a {@link Refusal}. */
    public Future<Boolean> join(Client client, Visitor visitor, Join join) {
        return inside(now -> room.join(client, visitor, join, now));
    }

    /**
     * Fails with a {@link Refusal} when the room refuses. That a program was started or stopped is
     * said once a server after us would know.
     */
    public Future<Void> say(Client client, ClientMessage.Request request) {
        return answered(now -> {
            room.handle(client, request, now);
            return request instanceof ClientMessage.Broadcast
                    ? room.noted()
                    : Future.succeededFuture();
        });
    }

    public Future<Void> disconnect(Client client) {
        return run(now -> room.disconnected(client, now));
    }

    /** An encoder comes in; fails with a {@link Refusal}. */
    public Future<Room.Entered> enter(Visitor visitor, String name, String offer) {
        return inside(now -> room.enter(visitor, name, offer, now));
    }

    /** An encoder was stopped; fails with a {@link Refusal}. */
    public Future<Void> leave(String participant, String session) {
        return run(now -> room.leave(participant, session, now));
    }

    /** Goes on with a program that was on air when the server before us died. */
    public Future<Void> resume(Studio.Left left) {
        return run(now -> room.resume(left, now));
    }

    public Future<RoomState> state() {
        return inside(now -> room.state());
    }

    /** Whether somebody is in, or a program is not delivered yet. */
    public Future<Boolean> busy() {
        return inside(now -> room.busy());
    }

    /** Sends everybody out; complete when no server after us would go on with the program. */
    public Future<Void> close() {
        return answered(now -> {
            room.close(now);
            return room.noted();
        });
    }

    private Future<Void> run(LongConsumer work) {
        return answered(now -> {
            work.accept(now);
            return Future.succeededFuture();
        });
    }

    private <T> Future<T> inside(LongFunction<T> work) {
        return answered(now -> Future.succeededFuture(work.apply(now)));
    }

    private <T> Future<T> answered(LongFunction<Future<T>> work) {
        Context asker = context.owner().getOrCreateContext();
        Promise<T> promise = Promise.promise();
        context.runOnContext(ignored -> {
            outcome(work).onComplete(answer -> asker.runOnContext(back -> promise.handle(answer)));
            keepTime();
        });
        return promise.future();
    }

    private <T> Future<T> outcome(LongFunction<Future<T>> work) {
        try {
            return work.apply(nanoClock.getAsLong());
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void keepTime() {
        if (timer == NO_TIMER && room.busy()) {
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
