package io.rostrum.net;

import io.rostrum.media.buffer.BufferPool;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One event loop with its UDP port and its buffers: the home of some rooms. */
public record Loop(ContextInternal context, MediaPort port, BufferPool pool) {
    /** What runs again and again until it is stopped. */
    @FunctionalInterface
    public interface Rhythm {
        void stop();
    }

    /** Whether the caller is on this loop. */
    public boolean isCurrent() {
        return context.nettyEventLoop().inEventLoop();
    }

    /** Runs tasks on this loop. */
    public Executor executor() {
        return task -> context.runOnContext(ignored -> task.run());
    }

    /** Runs a task in a rhythm that does not drift. */
    public Rhythm every(Duration period, Runnable task) {
        long nanos = period.toNanos();
        ScheduledFuture<?> scheduled =
                context.nettyEventLoop()
                        .scheduleAtFixedRate(
                                () -> context.dispatch(ignored -> task.run()),
                                nanos,
                                nanos,
                                TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }
}
