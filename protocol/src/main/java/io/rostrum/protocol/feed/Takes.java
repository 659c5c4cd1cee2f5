package io.rostrum.protocol.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** The takes that are not told yet, one by one, each until the receiver knows it. */
final class Takes {
    /** For a receiver that is away for long; it would keep no more itself. */
    private static final int MOST = 10_000;

    private static final long PAUSE_NANOS = 2_000_000_000L;

    private final Deque<Take> waiting = new ArrayDeque<>();
    private final Consumer<SendStep> out;
    private boolean open;
    private boolean telling;
    private long serial;
    private long again = Long.MAX_VALUE;

    Takes(Consumer<SendStep> out) {
        this.out = out;
    }

    void add(Take take) {
        if (waiting.size() < MOST) {
            waiting.addLast(take);
            tell();
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The receiver listens. */
    void open() {
        open = true;
        tell();
    }

    /** It does not: what it was told last is told again. */
    void close() {
        open = false;
        telling = false;
        serial++;
        again = Long.MAX_VALUE;
    }

    /** It knows the take of that serial number, or will never. */
    void done(long of) {
        if (telling && of == serial) {
            telling = false;
            waiting.removeFirst();
            tell();
        }
    }

    void later(long of, long now) {
        if (telling && of == serial) {
            again = now + PAUSE_NANOS;
        }
    }

    /** When {@link #tick} is due. */
    long wakeAt() {
        return again;
    }

    void tick(long now) {
        if (now >= again) {
            again = Long.MAX_VALUE;
            telling = false;
            tell();
        }
    }

    private void tell() {
        if (open && !telling && !waiting.isEmpty()) {
            telling = true;
            out.accept(new SendStep.Tell(++serial, waiting.getFirst()));
        }
    }
}
