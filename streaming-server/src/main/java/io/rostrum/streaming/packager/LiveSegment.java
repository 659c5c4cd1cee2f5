package io.rostrum.streaming.packager;

import java.util.ArrayList;
import java.util.List;

/**
 * A segment of the live playlist: its parts so far.
 *
 * @param closed whether no part will be added
 */
public record LiveSegment(long number, List<Part> parts, boolean closed) {
    public LiveSegment {
        parts = List.copyOf(parts);
    }

    LiveSegment with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new LiveSegment(number, more, closed);
    }

    LiveSegment close() {
        return new LiveSegment(number, parts, true);
    }

    /** In 1/90000 s since the session began; only of a segment with parts. */
    public long start() {
        return parts.getFirst().start();
    }

    public long end() {
        return parts.getLast().end();
    }

    public long duration() {
        return end() - start();
    }

    public int size() {
        return parts.stream().mapToInt(part -> part.bytes().length).sum();
    }
}
