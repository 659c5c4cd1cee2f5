package io.rostrum.streaming.timeline;

/**
 * A change of who is on air.
 *
 * @param at in 1/90000 s since the session began
 * @param name of who is seen from then on; empty: nobody
 */
public record Take(long at, String name) {
    public Take {
        if (at < 0) {
            throw new IllegalArgumentException("before the program: " + at);
        }
    }
}
