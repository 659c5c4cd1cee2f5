package io.rostrum.center.program;

import io.rostrum.center.program.ProgramState.Failure;
import io.rostrum.center.program.ProgramState.Phase;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The crossing from the room to the one thread on which a program is cut and encoded.
 *
 * <p>A platform thread and not the room's loop: an AAC frame alone costs most of a millisecond,
 * which every packet of the room would wait for.
 */
final class ProgramThread {
    /** Pictures that may wait, and ticks: about five seconds of each. */
    private static final int CAPACITY = 256;

    /** Longer than from one picture to the next, so that pictures alone wake the thread. */
    private static final long TICK_NANOS = 40_000_000;

    /** How often it is asked whether somebody has said where a session of before stands. */
    private static final long LOOK_MILLIS = 20;

    private static final System.Logger LOG = System.getLogger(ProgramThread.class.getName());

    private final Queue<Order.Frame> pictures = new ArrayBlockingQueue<>(CAPACITY);
    private final Queue<Order.Sound> sounds = new ArrayBlockingQueue<>(CAPACITY);
    private final ConcurrentLinkedQueue<Order> orders = new ConcurrentLinkedQueue<>();
    private final AtomicLong dropped = new AtomicLong();

    /** Sources of which a picture was dropped; what follows can be decoded from a key frame on. */
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    private final Vertx vertx;
    private final ProgramSettings settings;
    private final FeedTarget target;
    private final Control control;
    private final LongSupplier clock;

    /** What the clock said when the target's {@code startedAt} was. */
    private final long startedNanos;

    private final Thread thread;

    private ProgramThread(
            Vertx vertx,
            ProgramSettings settings,
            FeedTarget target,
            Control control,
            LongSupplier clock,
            Beginning beginning) {
        this.vertx = vertx;
        this.settings = settings;
        this.target = target;
        this.control = control;
        this.clock = clock;
        this.startedNanos = clock.getAsLong();
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("program-" + target.channel())
                        .unstarted(() -> run(beginning));
    }

    /** How the program gets its feed going. */
    private interface Beginning {
        Production begin(ProgramThread of, FeedSender feed);
    }

    static ProgramThread start(
            Vertx vertx,
            ProgramSettings settings,
            FeedTarget target,
            Control control,
            LongSupplier clock) {
        Beginning beginning =
                (of, feed) -> {
                    feed.open();
                    return of.produce(feed, Standing.NEW);
                };
        return new ProgramThread(vertx, settings, target, control, clock, beginning).begin();
    }

    /** Goes on where the session stands, once that is known. */
    static ProgramThread resume(
            Vertx vertx,
            ProgramSettings settings,
            FeedTarget target,
            long origin,
            Control control,
            LongSupplier clock) {
        Beginning beginning =
                (of, feed) -> {
                    Standing standing = of.await(feed.resume(), feed);
                    of.pictures.clear(); // of the time when nothing was known
                    of.sounds.clear();
                    Production production = of.produce(feed, standing);
                    if (standing.begun()) {
                        long zero =
                                origin
                                        + standing.after(target.startedAt())
                                        + SourcePicture.USUALLY_LATER;
                        production.resume(standing, zero, clock.getAsLong());
                    }
                    return production;
                };
        return new ProgramThread(vertx, settings, target, control, clock, beginning).begin();
    }

    /** A stop that comes while nothing is known has the bound of every ending. */
    private Standing await(CompletableFuture<Standing> asked, FeedSender feed) {
        while (true) {
            try {
                return asked.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException wait) {
                if (orders.stream().anyMatch(order -> order instanceof Order.Stop)) {
                    feed.end(settings.ending());
                }
            } catch (InterruptedException | ExecutionException end) {
                throw new IllegalStateException("nobody said where the session stands", end);
            }
        }
    }

    private ProgramThread begin() {
        thread.start();
        return this;
    }

    private Production produce(FeedSender feed, Standing standing) {
        return new Production(
                settings,
                feed,
                control,
                new FromConversion(),
                standing,
                this::wallTime,
                clock.getAsLong());
    }

    private Instant wallTime(long nanos) {
        return target.startedAt().plusNanos(nanos - startedNanos);
    }

    /** An order that must not be lost. */
    void post(Order order) {
        orders.add(order);
        LockSupport.unpark(thread);
    }

    /**
     * A picture; dropped where the thread is far behind, and then all of its source up to a key
     * frame, which is asked for.
     */
    void show(Order.Frame frame) {
        SourcePicture picture = frame.picture();
        boolean useless = !picture.key() && broken.contains(picture.source());
        boolean taken = !useless && pictures.offer(frame);
        count(taken);
        if (taken) {
            broken.remove(picture.source());
            LockSupport.unpark(thread);
        } else if (!useless) {
            broken.add(picture.source());
            post(new Order.Gap(picture.source()));
        }
    }

    /**
     * A tick; dropped in the same way. It wakes nobody: its frames travel with the next picture
     * anyhow.
     */
    void hear(Order.Sound tick) {
        count(sounds.offer(tick));
    }

    private void count(boolean taken) {
        if (!taken) {
            dropped.incrementAndGet();
            settings.drops().onLate();
        }
    }

    long dropped() {
        return dropped.get();
    }

    private void run(Beginning beginning) {
        // not a Vert.x thread: this gives an event loop context of its own, not the room's
        Context context = vertx.getOrCreateContext();
        FeedSender feed = new FeedSender(vertx, context, target, new FromFeed());
        try (Production production = beginning.begin(this, feed)) {
            while (production.running()) {
                if (pictures.isEmpty() && orders.isEmpty()) {
                    LockSupport.parkNanos(this, TICK_NANOS);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                carryOutAll(production, orders);
                carryOutAll(production, sounds);
                carryOutAll(production, pictures);
                production.tick(clock.getAsLong());
            }
        } catch (CancellationException refused) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "program of {0} does not go on: its feed was refused",
                    target.channel());
        } catch (InterruptedException end) {
            feed.abort(Failure.BROKEN, "The program was interrupted.");
        } catch (RuntimeException | Error e) { // a missing codec, and what else ends a thread
            settings.drops().onBroken();
            LOG.log(System.Logger.Level.ERROR, "program of " + target.channel() + " failed", e);
            feed.abort(Failure.BROKEN, "The program could not be encoded: " + words(e));
        }
    }

    /** Errors of the machine say nothing of themselves. */
    private static String words(Throwable why) {
        String said = why.getMessage();
        return said == null || said.isBlank() ? why.getClass().getSimpleName() : said;
    }

    private void carryOutAll(Production production, Queue<? extends Order> waiting) {
        for (Order order = waiting.poll(); order != null; order = waiting.poll()) {
            production.carryOut(order, clock.getAsLong());
        }
    }

    private final class FromConversion implements Conversion.Out {
        @Override
        public void onConverted(SourcePicture picture) {
            show(new Order.Converted(picture));
        }

        @Override
        public void onFailed(String source) {
            post(new Order.NotConverted(source));
        }
    }

    /** On the feed's context. */
    private final class FromFeed implements FeedSender.Listener {
        @Override
        public void onState(ProgramState state) {
            control.tell(state);
            if (state.phase() == Phase.OFF) {
                post(new Order.Off());
            }
        }

        @Override
        public void onLoss(int percent) {
            control.tellLoss(percent);
        }
    }
}
