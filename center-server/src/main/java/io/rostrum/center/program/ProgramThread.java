package io.rostrum.center.program;

import io.rostrum.center.program.ProgramState.Failure;
import io.rostrum.center.program.ProgramState.Phase;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
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
        return thread.begin(feed -> {
            feed.open();
            return thread.produce(feed, Standing.NEW);
        });
    }

    /** Goes on where the session stands, once that is known. */
    static ProgramThread resume(
            Vertx vertx,
            ProgramSettings settings,
            FeedTarget target,
            long origin,
            Control control,
            LongSupplier clock) {
        ProgramThread thread = new ProgramThread(vertx, settings, target, control, clock);
        return thread.begin(feed -> {
            Standing standing = thread.await(feed.resume(), feed);
            thread.media.clear(); // of the time when nothing was known
            Production production = thread.produce(feed, standing);
            if (standing.begun()) {
                production.resume(standing, origin, clock.getAsLong());
            }
            return production;
        });
    }

    /** A stop that comes while nothing is known has the bound of every ending. */
    private Standing await(CompletableFuture<Standing> asked, FeedSender feed) {
        while (true) {
            try {
                return asked.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException wait) {
                if (orders.stream().anyMatch(order -> order instanceof Order.Stop)) {
                    feed.end(settings.ending());
                }
            } catch (InterruptedException | ExecutionException end) {
                throw new IllegalStateException("nobody said where the session stands", end);
            }
        }
    }

    private ProgramThread begin(Function<FeedSender, Production> beginning) {
        Thread.ofPlatform()
                .daemon()
                .name("program-" + target.channel())
                .start(() -> run(beginning));
        return this;
    }

    private Production produce(FeedSender feed, Standing standing) {
        return new Production(
                settings, feed, control, this::converted, standing, clock.getAsLong());
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

    private void run(Function<FeedSender, Production> beginning) {
        // not a Vert.x thread: this gives an event loop context of its own, not the room's
        Context context = vertx.getOrCreateContext();
        FeedSender feed = new FeedSender(vertx, context, target, this::onFeed);
        try (Production production = beginning.apply(feed)) {
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
        } catch (CancellationException refused) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "program of {0} does not go on: its feed was refused",
                    target.channel());
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
