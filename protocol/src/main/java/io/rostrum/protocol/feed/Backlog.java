package io.rostrum.protocol.feed;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Every segment that the receiver has not acknowledged, in memory and beyond that on disk.
 *
 * <p>What goes to disk is the newest complete segment, since the oldest is sent next. Confined to
 * its sender.
 */
final class Backlog {
    private final ArrayDeque<KeptSegment> segments = new ArrayDeque<>();
    private final Map<Long, Long> storing = new HashMap<>();
    private final SendLimits limits;
    private final Consumer<SendStep> out;
    private long held;
    private boolean diskFails;

    Backlog(SendLimits limits, Consumer<SendStep> out) {
        this.limits = limits;
        this.out = out;
    }

    void begin(long number) {
        segments.addLast(new KeptSegment(number));
    }

    void append(byte[] fragment) {
        KeptSegment newest = segments.peekLast();
        if (newest == null || newest.isComplete()) {
            throw new IllegalStateException("a fragment without a segment");
        }
        newest.append(fragment);
        held += fragment.length;
    }

    /**
     * The newest segment gets no more.
     *
     * @param sending what is being sent stays in memory
     */
    void complete(long sending, long now) {
        KeptSegment newest = segments.peekLast();
        if (newest == null || newest.isComplete()) {
            return;
        }
        newest.complete();
        if (held > limits.memory() && newest.number > sending) {
            storing.put(newest.number, now);
            out.accept(new SendStep.Store(newest.number, List.copyOf(newest.fragments())));
        }
    }

    void stored(long number, long sending) {
        diskFails = false;
        storing.remove(number);
        Optional<KeptSegment> segment = find(number);
        if (segment.isEmpty()) {
            out.accept(new SendStep.Discard(number));
            return;
        }
        segment.get().stored();
        if (number > sending) {
            held -= segment.get().held();
            segment.get().drop();
        }
    }

    void notStored(long number) {
        storing.remove(number);
        diskFails = true;
    }

    void loaded(KeptSegment segment, byte[] whole) {
        segment.loaded(whole);
        held += segment.held();
    }

    /** Whether nothing more can be kept: the disk takes nothing, memory holds twice its share. */
    boolean overflows(long now) {
        return held > 2 * limits.memory() && (diskFails || diskIsStuck(now));
    }

    private boolean diskIsStuck(long now) {
        long longest = limits.disk().toNanos();
        return storing.values().stream().anyMatch(since -> now - since > longest);
    }

    Optional<KeptSegment> find(long number) {
        KeptSegment oldest = segments.peekFirst();
        if (oldest == null || number < oldest.number) {
            return Optional.empty();
        }
        return segments.stream().filter(segment -> segment.number == number).findFirst();
    }

    /** Forgets all segments before that one. */
    void acknowledge(long next) {
        for (Iterator<KeptSegment> all = segments.iterator(); all.hasNext(); ) {
            KeptSegment segment = all.next();
            if (segment.number >= next || !segment.isComplete()) {
                return;
            }
            all.remove();
            held -= segment.held();
            if (segment.isStored()) {
                out.accept(new SendStep.Discard(segment.number));
            }
        }
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /** Bytes in memory. */
    long held() {
        return held;
    }

    void clear() {
        segments.clear();
        storing.clear();
        held = 0;
    }
}
