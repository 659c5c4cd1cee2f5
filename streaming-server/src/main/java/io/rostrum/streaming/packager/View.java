package io.rostrum.streaming.packager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be played of a live program at one moment. Immutable; any thread.
 *
 * @param segments in their order without a gap; the last one may be open, and only it may be empty
 * @param ended whether nothing will be added
 */
public record View(Instant startedAt, List<LiveSegment> segments, boolean ended) {
    /** The Advance Part Limit: parts in three seconds (section 6.2.5.2). */
    private static final long FAR_PARTS = 3 * 90_000 / Cutter.PART_TARGET;

    public View {
        segments = List.copyOf(segments);
    }

    public static View empty(Instant startedAt, long number) {
        return new View(startedAt, List.of(new LiveSegment(number, List.of(), false)), false);
    }

    View begins(Instant at) {
        return new View(at, segments, ended);
    }

    /** The segment that is being filled, or the last one of an ended program. */
    public LiveSegment last() {
        return segments.getLast();
    }

    /** Whether there is anything to play. */
    public boolean playable() {
        return !segments.getFirst().parts().isEmpty();
    }

    /** Whether a segment is whole: players give up for seconds on a playlist without one. */
    public boolean listable() {
        return ended || segments.getFirst().closed();
    }

    /** End of what can be played, in 1/90000 s since the session began. */
    public long end() {
        for (LiveSegment segment : segments.reversed()) {
            if (!segment.parts().isEmpty()) {
                return segment.end();
            }
        }
        return 0;
    }

    public Optional<LiveSegment> segment(long number) {
        long at = number - segments.getFirst().number();
        return at >= 0 && at < segments.size()
                ? Optional.of(segments.get((int) at))
                : Optional.empty();
    }

    public Optional<Part> part(long number, int index) {
        return segment(number)
                .filter(segment -> index >= 0 && index < segment.parts().size())
                .map(segment -> segment.parts().get(index));
    }

    /** Whether that part may still come: it is the one that the playlist hints at. */
    public boolean awaits(long number, int index) {
        return !ended && last().number() == number && last().parts().size() == index;
    }

    /** Whether that part lies too far ahead to be waited for. */
    public boolean far(long number, int index) {
        long last = number == last().number() ? last().parts().size() - 1 : 0;
        return !ended && number >= last().number() && index - last > FAR_PARTS;
    }

    /**
     * Whether a blocking reload is answered.
     *
     * @param index part, or -1 for the whole segment; one behind the end of a closed segment means
     *     the first of the next
     */
    public boolean reached(long number, int index) {
        if (ended) {
            return true;
        }
        if (number < last().number()) {
            return index < 0 || beyond(number, index).isEmpty() || started(number + 1);
        }
        return number == last().number() && index >= 0 && index < last().parts().size();
    }

    private Optional<LiveSegment> beyond(long number, int index) {
        return segment(number).filter(segment -> index >= segment.parts().size());
    }

    private boolean started(long number) {
        return number < last().number() || !last().parts().isEmpty();
    }

    View with(Part part, long window) {
        List<LiveSegment> more = new ArrayList<>(segments);
        more.add(more.removeLast().with(part));
        while (more.size() > 1 && part.end() - more.getFirst().end() > window) {
            more.removeFirst();
        }
        return new View(startedAt, more, ended);
    }

    View closed(long number) {
        List<LiveSegment> more = new ArrayList<>(segments);
        more.add(more.removeLast().close());
        more.add(new LiveSegment(number + 1, List.of(), false));
        return new View(startedAt, more, ended);
    }

    View over() {
        List<LiveSegment> more = new ArrayList<>(segments);
        if (more.size() > 1 && more.getLast().parts().isEmpty()) {
            more.removeLast();
        }
        return new View(startedAt, more, true);
    }
}
