package io.rostrum.streaming.captions;

import java.util.Optional;

/**
 * Words that are shown for a while.
 *
 * @param start in milliseconds of the program
 * @param end in milliseconds, later than that
 * @param text lines of plain words, none of them empty
 */
record Cue(long start, long end, String text) {
    Cue {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("ends before it begins: " + start + " " + end);
        }
    }

    Cue later(long millis) {
        return new Cue(start + millis, end + millis, text);
    }

    /** What of it is shown between two moments, of which the first is 0 then. */
    Optional<Cue> within(long from, long to) {
        long begins = Math.max(start, from) - from;
        long ends = Math.min(end, to) - from;
        return ends > begins ? Optional.of(new Cue(begins, ends, text)) : Optional.empty();
    }
}
