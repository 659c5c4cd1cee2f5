package io.rostrum.center.still;

import io.rostrum.media.video.Frame;
import io.rostrum.net.LowPriority;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes small pictures of key frames, so many a second for the whole server: what is too much is
 * refused, and nothing waits for long. Any thread.
 */
public final class StillMaker implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StillMaker.class.getName());

    /** Beside the one that is being made. */
    private static final int WAITING = 4;

    private record Work(Frame key, Consumer<byte @Nullable []> done) {}

    private final Turns turns;
    private final LongSupplier clock;
    private final Function<Frame, byte @Nullable []> make;
    private final BlockingQueue<Work> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private final LongAdder made = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /**
     * @param perSecond at most; 0: none is made
     * @param clock monotonic nanoseconds
     */
    public StillMaker(int perSecond, LongSupplier clock) {
        this(perSecond, clock, Miniature::of);
    }

    StillMaker(int perSecond, LongSupplier clock, Function<Frame, byte @Nullable []> make) {
        this.clock = clock;
        this.make = make;
        turns = new Turns(perSecond, WAITING, clock.getAsLong());
        thread = LowPriority.threads("stills").newThread(this::run);
        thread.start();
    }

    /** Whether one more would be made now, as far as can be told. */
    public boolean isFree() {
        boolean free = queue.remainingCapacity() > 0 && turns.isFree(clock.getAsLong());
        if (!free) {
            refused.increment();
        }
        return free;
    }

    /**
     * Makes one.
     *
     * @param done told once, on the maker's thread; null: nothing can be seen
     * @return whether it will be
     */
    public boolean offer(Frame key, Consumer<byte @Nullable []> done) {
        boolean taken = turns.take(clock.getAsLong()) && queue.offer(new Work(key, done));
        if (!taken) {
            refused.increment();
        }
        return taken;
    }

    private void run() {
        try {
            while (true) {
                Work work = queue.take();
                work.done.accept(made(work.key));
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** A picture of a stranger may be anything, and a codec may be missing altogether. */
    private byte @Nullable [] made(Frame key) {
        try {
            byte[] jpeg = make.apply(key);
            (jpeg == null ? failed : made).increment();
            return jpeg;
        } catch (RuntimeException | LinkageError e) {
            failed.increment();
            LOG.log(System.Logger.Level.DEBUG, "no still of a key frame", e);
            return null;
        }
    }

    public long made() {
        return made.sum();
    }

    /** Those that were too much at a time. */
    public long refused() {
        return refused.sum();
    }

    /** Key frames of which nothing could be made. */
    public long failed() {
        return failed.sum();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
