package io.rostrum.streaming.playback;

import io.rostrum.streaming.timeline.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * A small picture of a program: the key frame with which that segment begins.
 *
 * @param start of the time for which it stands, in 1/90000 s since the session began
 */
record Tile(long start, Segment segment) {
    /** Two tiles are at least so far apart. */
    private static final long APART = 5 * 90000;

    /** The tiles of a program, always the same; further segments only add to them. */
    static List<Tile> of(List<Segment> segments) {
        List<Tile> tiles = new ArrayList<>();
        long due = Long.MIN_VALUE;
        for (Segment segment : segments) {
            if (segment.start() >= due) {
                tiles.add(new Tile(tiles.isEmpty() ? 0 : segment.start(), segment));
                due = segment.start() + APART;
            }
        }
        return tiles;
    }
}
