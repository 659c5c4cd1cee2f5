package io.rostrum.streaming.owner;

import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.timeline.Extent;
import io.rostrum.streaming.timeline.Segment;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What a host wants to be left of a recording, on the key frames nearest to what he said: nothing
 * that he wants to keep is lost.
 *
 * @param start in 1/90000 s of what is shown
 * @param end in the same
 */
record Cut(long start, long end) {
    /** A time that went through JSON, in milliseconds, is the same. */
    private static final long NEAR = 90;

    private static final double LONGEST_SECONDS = 1e7;

    /**
     * Reads the body of a PUT.
     *
     * @throws Refusal 400 where it is something else
     */
    static Cut read(JsonObject json) {
        Cut cut = new Cut(ticks(json, "start"), ticks(json, "end"));
        if (cut.end <= cut.start) {
            throw new Refusal(Problem.badRequest("start is before end."));
        }
        return cut;
    }

    /** Seconds as 1/90000 s. */
    static long ticks(JsonObject json, String name) {
        if (json.getValue(name) instanceof Number seconds) {
            double value = seconds.doubleValue();
            if (value >= 0 && value <= LONGEST_SECONDS) {
                return Math.round(value * 90_000);
            }
        }
        throw new Refusal(Problem.badRequest(name + " is a time in seconds, from 0 on."));
    }

    /**
     * The segments that are left.
     *
     * @param segments of what is shown
     * @throws Refusal 400 where that would be nothing
     */
    Extent of(List<Segment> segments) {
        long from = segments.getFirst().number();
        long to = segments.getLast().number() + 1;
        for (Segment segment : segments) {
            if (segment.start() <= start + NEAR) {
                from = segment.number();
            }
        }
        for (Segment segment : segments.reversed()) {
            if (segment.start() >= end - NEAR) {
                to = segment.number();
            }
        }
        if (start >= segments.getLast().end() || to <= from) {
            throw new Refusal(Problem.badRequest("Nothing would be left of the recording."));
        }
        return new Extent(from, to);
    }
}
