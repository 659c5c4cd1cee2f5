package io.rostrum.streaming.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what feeds do. Any thread. */
public final class FeedMeters {
    private final MeterRegistry registry;
    private final Counter bytes;
    private final Counter acknowledged;
    private final Counter duplicates;
    private final Counter published;

    public FeedMeters(MeterRegistry registry) {
        this.registry = registry;
        bytes = registry.counter("rostrum.feed.bytes");
        acknowledged = registry.counter("rostrum.feed.acknowledged");
        duplicates = registry.counter("rostrum.feed.duplicates");
        published = registry.counter("rostrum.live.publications");
    }

    void received(int count) {
        bytes.increment(count);
    }

    void acknowledged() {
        acknowledged.increment();
    }

    void duplicate() {
        duplicates.increment();
    }

    void published() {
        published.increment();
    }

    void refused(String code) {
        registry.counter("rostrum.feed.refused", "code", code).increment();
    }
}
