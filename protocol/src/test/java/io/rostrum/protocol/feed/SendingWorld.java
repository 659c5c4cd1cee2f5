package io.rostrum.protocol.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A sender with its disk, a receiver that may crash, and a network between them that loses, delays
 * and breaks, all on one clock of their own and out of one seed.
 */
final class SendingWorld {
    static final int FRAGMENT = 300;
    static final int FRAGMENTS = 4;
    static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private record Event(long at, long order, Runnable what) {}

    /** A request of a segment that the receiver has not read to its end. */
    private static final class Upload {
        final long number;
        final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Upload(long number) {
            this.number = number;
        }
    }

    final SendLimits limits;
    final Sending sender;
    final Random random;
    final List<Take> took = new ArrayList<>();
    final List<Take> takes = new ArrayList<>();
    final List<SendStep.Say> said = new ArrayList<>();
    final Map<Long, byte[]> received = new TreeMap<>();
    final Map<Long, byte[]> produced = new TreeMap<>();
    Optional<SendStep.Over> over = Optional.empty();
    long mostHeld;
    boolean ended;

    /** Troubles, in one of a hundred. */
    int breaks;

    int losses;
    int diskFailures;
    long slowestMillis = 50;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>((a, b) ->
                    a.at != b.at ? Long.compare(a.at, b.at) : Long.compare(a.order, b.order));
    private final Map<Long, byte[]> disk = new HashMap<>();
    private final Set<Long> discarded = new HashSet<>();
    private Optional<Upload> upload = Optional.empty();
    private long connection;
    private long lastArrival;
    private int lives;

    /** The connection is gone, and the sender does not know yet. */
    private boolean dead;

    private long now = -5 * SECOND; // a clock of nanoseconds may be below 0
    private long order;
    private long next;
    private boolean header;

    /** What the receiver has promised to keep over a crash. */
    private long promised;

    SendingWorld(long seed, SendLimits limits) {
        random = new Random(seed);
        this.limits = limits;
        sender = new Sending(limits);
    }

    long now() {
        return now;
    }

    void at(long time, Runnable what) {
        events.add(new Event(Math.max(now, time), order++, what));
    }

    /** Lets the sender do something, and does what it says. */
    void act(Runnable verb) {
        verb.run();
        for (List<SendStep> steps = sender.steps(); !steps.isEmpty(); steps = sender.steps()) {
            steps.forEach(this::carryOut);
        }
        mostHeld = Math.max(mostHeld, sender.held());
    }

    void runUntil(long time) {
        while (true) {
            Event first = events.peek();
            long due = Math.min(first == null ? Long.MAX_VALUE : first.at, sender.wakeAt());
            if (due > time) {
                now = time;
                return;
            }
            now = Math.max(now, due);
            if (first != null && first.at <= now) {
                events.remove();
                act(first.what);
            } else {
                act(() -> sender.tick(now));
            }
        }
    }

    /** A second of program from that time on. */
    void produce(long number, long from) {
        for (int i = 0; i < FRAGMENTS; i++) {
            int index = i;
            at(
                    from + i * SECOND / FRAGMENTS,
                    () -> {
                        if (index == 0) {
                            sender.begin(number, now);
                        }
                        byte[] fragment = new byte[FRAGMENT];
                        random.nextBytes(fragment);
                        produced.merge(number, fragment, SendingWorld::join);
                        sender.append(fragment, now);
                    });
        }
    }

    void take(Take take, long time) {
        at(
                time,
                () -> {
                    took.add(take);
                    sender.took(take);
                });
    }

    /** The receiver forgets what it had not promised, and all connections with it. */
    void crash() {
        for (long number = promised + random.nextInt(2); number < next; number++) {
            received.remove(number);
        }
        next = Math.min(next, received.size());
        lives++;
        broken("The receiver is gone.");
    }

    void broken(String words) {
        connection++;
        dead = true;
        upload = Optional.empty();
        int attempt = latest;
        at(now + delay(), () -> sender.failed(attempt, Optional.empty(), words, now));
    }

    private int latest;

    private static byte[] join(byte[] a, byte[] b) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(a);
        both.writeBytes(b);
        return both.toByteArray();
    }

    private long delay() {
        return (1 + random.nextLong(slowestMillis)) * MILLI;
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private void carryOut(SendStep step) {
        assertThat(over).as("%s after the end", step).isEmpty();
        if (step instanceof SendStep.Open open) {
            open(open.attempt());
        } else if (step instanceof SendStep.Header asked) {
            answer(
                    asked.attempt(),
                    () -> header = true,
                    () -> sender.headerTaken(asked.attempt(), now));
        } else if (step instanceof SendStep.Begin begin) {
            assertThat(upload).as("one request is written at a time").isEmpty();
            upload = dead ? Optional.empty() : Optional.of(new Upload(begin.number()));
            ready(begin.attempt());
        } else if (step instanceof SendStep.Write write) {
            upload.ifPresent(open -> open.body.writeBytes(write.bytes()));
            ready(write.attempt());
        } else if (step instanceof SendStep.Finish finish) {
            finish(finish);
        } else if (step instanceof SendStep.Tell tell) {
            tell(tell);
        } else if (step instanceof SendStep.End end) {
            answer(end.attempt(), () -> ended = true, () -> sender.ended(end.attempt()));
        } else if (step instanceof SendStep.HangUp) {
            connection++;
            dead = false;
            upload = Optional.empty();
        } else if (step instanceof SendStep.Say say) {
            said.add(say);
        } else if (step instanceof SendStep.Over last) {
            over = Optional.of(last);
        } else {
            onDisk(step);
        }
    }

    private void onDisk(SendStep step) {
        if (step instanceof SendStep.Store store) {
            boolean fails = happens(diskFailures);
            at(
                    now + delay(),
                    () -> {
                        if (fails) {
                            sender.notStored(store.number());
                            return;
                        }
                        ByteArrayOutputStream whole = new ByteArrayOutputStream();
                        store.fragments().forEach(whole::writeBytes);
                        disk.put(store.number(), whole.toByteArray());
                        sender.stored(store.number());
                    });
        } else if (step instanceof SendStep.Load load) {
            byte[] whole = disk.get(load.number());
            assertThat(whole).as("segment %d on disk", load.number()).isNotNull();
            at(now + delay(), () -> sender.loaded(load.attempt(), load.number(), whole, now));
        } else if (step instanceof SendStep.Discard discard) {
            assertThat(disk.remove(discard.number())).isNotNull();
            assertThat(discarded.add(discard.number())).isTrue();
        }
    }

    int filesLeft() {
        return disk.size();
    }

    private void open(int attempt) {
        latest = attempt;
        answer(
                attempt,
                () -> promised = next, // whoever is told where it stands forgets what is before
                () -> sender.opened(attempt, promised, header, now));
    }

    /** A call of its own: it may be lost on its way, or its answer on the way back. */
    private void answer(int attempt, Runnable there, Runnable back) {
        if (happens(losses)) {
            return;
        }
        at(
                now + delay(),
                () -> {
                    there.run();
                    if (happens(breaks)) {
                        sender.failed(attempt, Optional.empty(), "The answer broke off.", now);
                    } else if (!happens(losses)) {
                        at(now + delay(), back);
                    }
                });
    }

    private void ready(int attempt) {
        if (happens(breaks) && happens(30)) {
            broken("The connection broke off.");
        } else if (!happens(losses) || !happens(10)) {
            at(now + delay() / 20, () -> sender.ready(attempt, now));
        }
    }

    private void finish(SendStep.Finish finish) {
        if (upload.isEmpty()) {
            return; // written into a connection that is gone
        }
        Upload whole = upload.get();
        assertThat(whole.number).isEqualTo(finish.number());
        upload = Optional.empty();
        long over = connection;
        int life = lives;
        lastArrival = Math.max(lastArrival, now + delay());
        at(
                lastArrival,
                () -> {
                    // what was on its way may arrive although the sender has hung up
                    if (life == lives && !ended && (over == connection || happens(50))) {
                        arrived(finish.attempt(), whole, over);
                    }
                });
    }

    private void arrived(int attempt, Upload whole, long over) {
        assertThat(header).as("a segment before the header").isTrue();
        if (over != connection && whole.number > next) {
            return; // refused: one before it was lost
        }
        assertThat(whole.number).as("sent in order").isLessThanOrEqualTo(next);
        received.put(whole.number, whole.body.toByteArray());
        next = Math.max(next, whole.number + 1);
        if (happens(breaks)) {
            broken("The acknowledgement was lost.");
        } else if (!happens(losses) && over == connection) {
            promised = Math.max(promised, whole.number + 1);
            at(
                    now + delay(),
                    () -> {
                        if (over == connection) {
                            sender.acknowledged(attempt, whole.number + 1, now);
                        }
                    });
        }
    }

    private void tell(SendStep.Tell tell) {
        at(
                now + delay(),
                () -> {
                    if (happens(losses)) {
                        sender.untold(tell.serial(), now);
                        return;
                    }
                    if (takes.isEmpty() || !takes.get(takes.size() - 1).equals(tell.take())) {
                        takes.add(tell.take());
                    }
                    if (happens(breaks)) {
                        sender.untold(tell.serial(), now);
                    } else {
                        sender.told(tell.serial(), now);
                    }
                });
    }

    static SendLimits limits(long memory) {
        return new SendLimits(
                memory,
                3,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofMillis(100),
                Duration.ofMillis(500));
    }
}
