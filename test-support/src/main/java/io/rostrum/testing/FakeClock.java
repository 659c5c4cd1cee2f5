package io.rostrum.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when told. */
public final class FakeClock implements InstantSource {
    private final Instant origin;
    private long nanos;

    public FakeClock() {
        this(Instant.parse("2026-11-20T10:00:00Z"));
    }

    public FakeClock(Instant origin) {
        this.origin = origin;
    }

    /** Monotonic time, in nanoseconds since the clock was made. */
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return origin.plusNanos(nanos);
    }

    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + step);
        }
        nanos += step.toNanos();
    }
}
