package io.rostrum.protocol.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes what the backlog has, segment after segment, over one connection that is open; one thing
 * at a time, and only as far ahead of the acknowledgements as the window is wide. Confined to its
 * sender.
 */
final class Road {
    private static final long NEVER = Long.MAX_VALUE;

    private final SendLimits limits;
    private final Backlog backlog;
    private final Consumer<SendStep> out;
    private final Deque<Long> finished = new ArrayDeque<>();
    private boolean open;
    private int attempt;
    private long sending;
    private long acknowledged;
    private boolean begun;
    private int written;
    private boolean loading;
    private long busySince = NEVER;
    private long progress;

    /** Breaks for want of an acknowledgement since the last one that came. */
    private int silences;

    Road(SendLimits limits, Backlog backlog, Consumer<SendStep> out) {
        this.limits = limits;
        this.backlog = backlog;
        this.out = out;
    }

    void open(int of, long next, long now) {
        open = true;
        attempt = of;
        sending = next;
        acknowledged = next;
        begun = false;
        loading = false;
        finished.clear();
        busySince = NEVER;
        progress = now;
        pump(now);
    }

    void close() {
        open = false;
        busySince = NEVER;
        finished.clear();
    }

    /** The number that is sent now or next. */
    long sending() {
        return sending;
    }

    void ready(long now) {
        if (!loading) {
            busySince = NEVER;
            pump(now);
        }
    }

    void loaded(long number, byte[] whole, long now) {
        if (loading && number == sending) {
            loading = false;
            busySince = NEVER;
            backlog.find(number).ifPresent(segment -> backlog.loaded(segment, whole));
            pump(now);
        }
    }

    /** Emits what there is to do until something has to be waited for. */
    void pump(long now) {
        while (open && busySince == NEVER) {
            Optional<KeptSegment> next = backlog.find(sending);
            if (next.isEmpty() || !step(next.get(), now)) {
                return;
            }
        }
    }

    private boolean step(KeptSegment segment, long now) {
        if (segment.isDropped()) {
            loading = true;
            wait(new SendStep.Load(attempt, sending), now);
        } else if (!begun) {
            if (sending - acknowledged >= limits.window()) {
                return false;
            }
            begun = true;
            written = 0;
            wait(new SendStep.Begin(attempt, sending), now);
        } else if (written < segment.fragments().size()) {
            wait(new SendStep.Write(attempt, segment.fragments().get(written++)), now);
        } else if (segment.isComplete()) {
            out.accept(new SendStep.Finish(attempt, sending++));
            begun = false;
            finished.addLast(now);
        } else {
            return false;
        }
        return true;
    }

    private void wait(SendStep step, long now) {
        busySince = now;
        out.accept(step);
    }

    /** Whether that many were sent. */
    boolean acknowledged(long next, long now) {
        if (next > sending) {
            return false;
        }
        for (; acknowledged < next; acknowledged++) {
            finished.removeFirst();
            progress = now;
            silences = 0;
        }
        return true;
    }

    /** When {@link #trouble} is to be asked again. */
    long wakeAt() {
        return Math.min(busyUntil(), silentUntil());
    }

    private long busyUntil() {
        return busySince == NEVER ? NEVER : busySince + patience();
    }

    /** Who is slow but acknowledges one after the other has all the time he needs. */
    private long silentUntil() {
        Long oldest = finished.peekFirst();
        return oldest == null ? NEVER : Math.max(oldest, progress) + patience();
    }

    /**
     * Longer with each silence: else a segment that needs longer than that on its way would be sent
     * again and again, and never arrive.
     */
    private long patience() {
        return limits.patience().toNanos() << Math.min(silences, 3);
    }

    /** What is wrong with the connection, in words. */
    Optional<String> trouble(long now) {
        if (now >= busyUntil()) {
            silences++;
            return Optional.of(
                    loading
                            ? "The disk does not give back what waits to be sent."
                            : "The streaming server takes nothing more.");
        }
        if (now >= silentUntil()) {
            silences++;
            return Optional.of("The streaming server does not acknowledge.");
        }
        return Optional.empty();
    }
}
