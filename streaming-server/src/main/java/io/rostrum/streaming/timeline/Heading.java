package io.rostrum.streaming.timeline;

/**
 * Where a chapter begins that a host wrote.
 *
 * @param at in 1/90000 s since the session began
 */
public record Heading(long at, String title) {
    public Heading {
        if (at < 0 || title.isBlank()) {
            throw new IllegalArgumentException("no chapter at " + at + ": '" + title + "'");
        }
    }
}
