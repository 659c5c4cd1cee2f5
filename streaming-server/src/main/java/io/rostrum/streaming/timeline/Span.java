package io.rostrum.streaming.timeline;

/**
 * A time during which one and the same was on air.
 *
 * @param name of who was seen; empty: nobody
 * @param from in 1/90000 s since the session began
 * @param to the same, exclusive
 */
public record Span(String name, long from, long to) {}
