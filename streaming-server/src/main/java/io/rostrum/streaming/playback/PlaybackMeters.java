package io.rostrum.streaming.playback;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what viewers get. Any thread. */
public final class PlaybackMeters {
    private final Counter bytes;

    public PlaybackMeters(MeterRegistry registry) {
        bytes = registry.counter("rostrum.viewers.bytes");
    }

    void sent(long count) {
        bytes.increment((double) count);
    }
}
