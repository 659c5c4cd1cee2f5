package io.rostrum.streaming.live;

import io.rostrum.net.FaultLog;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Requests that wait for something to be published, one kind of thing. Confined to the program's
 * event loop.
 *
 * <p>One that cannot be asked or answered is failed; the others are answered nevertheless.
 */
final class Waiters<T> {
    /** More than any honest number of viewers of one program on one machine. */
    private static final int MOST = 100_000;

    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(Waiters.class.getName()), System::nanoTime);

    /**
     * Who waits.
     *
     * @param caller where he is answered
     */
    record Waiter<T>(Predicate<T> until, Promise<T> promise, Context caller, long deadlineNanos) {}

    private final List<Waiter<T>> waiting;

    Waiters() {
        this(new ArrayList<>());
    }

    Waiters(List<Waiter<T>> waiting) {
        this.waiting = waiting;
    }

    void add(Waiter<T> waiter) {
        if (waiting.size() >= MOST) {
            answer(
                    List.of(waiter),
                    promise -> promise.fail(busy("Too many requests wait for this program.")));
            return;
        }
        waiting.add(waiter);
    }

    int size() {
        return waiting.size();
    }

    void published(T news) {
        answer(take(waiter -> fulfilled(waiter, news)), promise -> promise.tryComplete(news));
    }

    void expire(long nowNanos) {
        Refusal late = busy("What was asked for did not come in time; ask again.");
        answer(
                take(waiter -> waiter.deadlineNanos - nowNanos <= 0),
                promise -> promise.tryFail(late));
    }

    /** One that cannot say whether it is fulfilled is taken out, failed. */
    private static <T> boolean fulfilled(Waiter<T> waiter, T news) {
        try {
            return waiter.until.test(news);
        } catch (RuntimeException e) {
            FAULTS.tell("a waiting request cannot say for what", e);
            waiter.promise.tryFail(e);
            return true;
        }
    }

    private List<Waiter<T>> take(Predicate<Waiter<T>> due) {
        List<Waiter<T>> taken = new ArrayList<>();
        waiting.removeIf(waiter -> due.test(waiter) && taken.add(waiter)); // all in one pass
        return taken;
    }

    /** Each loop is woken once for all of its own. */
    private static <T> void answer(List<Waiter<T>> due, Consumer<Promise<T>> how) {
        IdentityHashMap<Context, List<Waiter<T>>> byLoop = new IdentityHashMap<>();
        for (Waiter<T> waiter : due) {
            byLoop.computeIfAbsent(waiter.caller, fresh -> new ArrayList<>()).add(waiter);
        }
        FAULTS.each(
                "requests of a loop could not be answered",
                byLoop.entrySet(),
                loop -> loop.getKey().runOnContext(go -> answerAll(loop.getValue(), how)));
    }

    private static <T> void answerAll(List<Waiter<T>> due, Consumer<Promise<T>> how) {
        FAULTS.each(
                "a waiting request could not be answered",
                due,
                waiter -> how.accept(waiter.promise));
    }

    private static Refusal busy(String detail) {
        return new Refusal(new Problem("not-yet", 503, "not yet", detail));
    }
}
