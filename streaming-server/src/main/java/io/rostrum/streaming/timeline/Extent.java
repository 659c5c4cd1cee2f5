package io.rostrum.streaming.timeline;

import java.util.List;

/**
 * Feed segments that follow each other. A recording can be cut where one begins: with a key frame.
 *
 * @param from number of the first one
 * @param to number behind the last one
 */
public record Extent(long from, long to) {
    public static final Extent ALL = new Extent(0, Long.MAX_VALUE);

    public Extent {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no segments from " + from + " to " + to);
        }
    }

    public boolean has(long number) {
        return number >= from && number < to;
    }

    /** Whether all of the other lies within. */
    public boolean covers(Extent other) {
        return other.from >= from && other.to <= to;
    }

    /** Those of these that lie within. */
    public List<Segment> of(List<Segment> all) {
        return equals(ALL) ? all : all.stream().filter(each -> has(each.number())).toList();
    }

    /** Goes before the names of what was made of these alone; empty for all. */
    public String prefix() {
        return equals(ALL) ? "" : from + "-" + to + ".";
    }

    /** Ends addresses of what is made of these alone, so that caches tell them; empty for all. */
    public String query() {
        return equals(ALL) ? "" : "?cut=" + from + "-" + to;
    }
}
