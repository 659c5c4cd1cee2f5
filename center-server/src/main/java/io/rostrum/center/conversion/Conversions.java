package io.rostrum.center.conversion;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** How many sources of a server are converted at a time, and what that cost. Any thread. */
public final class Conversions {
    private final int most;
    private final AtomicInteger running = new AtomicInteger();
    private final LongAdder begun = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder pictures = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    /**
     * @param most at a time; 0: none is converted
     */
    public Conversions(int most) {
        this.most = most;
    }

    /**
     * As they are begun on one loop.
     *
     * @param loop runs what is told to that loop
     * @param clock monotonic nanoseconds
     */
    public Converters on(Executor loop, LongSupplier clock) {
        return (source, with, listener, nowNanos) ->
                take() ? new ConvertedSource(source, with, listener, loop, clock, this) : null;
    }

    private boolean take() {
        if (running.incrementAndGet() > most) {
            running.decrementAndGet();
            refused.increment();
            return false;
        }
        begun.increment();
        return true;
    }

    void giveBack() {
        running.decrementAndGet();
    }

    void onPicture() {
        pictures.increment();
    }

    void onFailed() {
        failed.increment();
    }

    void onDropped() {
        dropped.increment();
    }

    public int running() {
        return running.get();
    }

    public long begun() {
        return begun.sum();
    }

    /** Sources that were one too many. */
    public long refused() {
        return refused.sum();
    }

    /** Sources whose thread ended by a fault. */
    public long failed() {
        return failed.sum();
    }

    /** Pictures that were coded anew. */
    public long pictures() {
        return pictures.sum();
    }

    /** Pictures of which nothing came: late, unreadable, or too many. */
    public long dropped() {
        return dropped.sum();
    }
}
