package io.rostrum.streaming.captions;

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
}
