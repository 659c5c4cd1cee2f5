package io.rostrum.center.program;

import io.rostrum.center.program.ProgramState.Failure;
import io.rostrum.center.program.ProgramState.Phase;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The crossing from the room to the one thread on which a program is cut and encoded.
 *
 * <p>A platform thread and not the room's loop: an AAC frame alone costs most of a millisecond,
 * which every packet of the room would wait for.
 */
final class ProgramThread {
    /** Pictures and ticks that may wait: about four seconds. */
    private static final int CAPACITY = 512;

    private static final long TICK_MILLIS = 20;
    private static final System.Logger LOG = System.getLogger(ProgramThread.class.getName());

    private final BlockingQueue<Order> media = new ArrayBlockingQueue<>(CAPACITY);
    private final ConcurrentLinkedQueue<Order> orders = new ConcurrentLinkedQueue<>();
    private final AtomicLong dropped = new AtomicLong();
    private final Vertx vertx;
    private final ProgramSettings settings;
    private final FeedTarget target;
    private final Control control;
    private final LongSupplier clock;

    private ProgramThread(
            Vertx vertx,
            ProgramSettings settings,
            FeedTarget target,
            Control control,
            LongSupplier clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.target = target;
        this.control = control;
        this.clock = clock;
    }

    static ProgramThread start(
            Vertx vertx,
            ProgramSettings settings,
            FeedTarget target,
            Control control,
            LongSupplier clock) {
        ProgramThread thread = new ProgramThread(vertx, settings, target, control, clock);
        Thread.ofPlatform().daemon().name("program-" + target.channel()).start(thread::run);
        return thread;
    }

    /** An order that must not be lost. */
    void post(Order order) {
        orders.add(order);
    }

    /** A picture or a tick; dropped where the thread is far behind. */
    void offer(Order order) {
        if (!media.offer(order)) {
            dropped.incrementAndGet();
        }
    }

    long dropped() {
        return dropped.get();
    }

    private void run() {
        // not a Vert.x thread: this gives an event loop context of its own, not the room's
        Context context = vertx.getOrCreateContext();
        FeedSender feed = new FeedSender(vertx, context, target, this::onFeed);
        feed.open();
        try (Production production =
                new Production(settings, feed, control, this::converted, clock.getAsLong())) {
            while (production.running()) {
                @Nullable Order next = media.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                for (Order order = orders.poll(); order != null; order = orders.poll()) {
                    production.carryOut(order, clock.getAsLong());
                }
                if (next != null) {
                    production.carryOut(next, clock.getAsLong());
                }
                production.tick(clock.getAsLong());
            }
        } catch (InterruptedException end) {
            feed.abort(Failure.BROKEN, "The program was interrupted.");
        } catch (RuntimeException | LinkageError e) { // a codec may be missing altogether
            LOG.log(System.Logger.Level.ERROR, "program of " + target.channel() + " failed", e);
            feed.abort(Failure.BROKEN, "The program could not be encoded: " + e.getMessage());
        }
    }

    private void converted(SourcePicture picture) {
        offer(new Order.Converted(picture));
    }

    /** On the feed's context. */
    private void onFeed(ProgramState state) {
        control.tell(state);
        if (state.phase() == Phase.OFF) {
            post(new Order.Off());
        }
    }
}
