package io.rostrum.load.peer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Wall time that runs as steadily as the monotonic clock. */
public final class Clock {
    @SuppressWarnings("TimeInStaticInitializer") // both clocks are tied together once, on purpose
    private static final long EPOCH_AT_START =
            ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now()) - System.nanoTime();

    private Clock() {}

    /** Monotonic. */
    public static long nanos() {
        return System.nanoTime();
    }

    /** Nanoseconds since 1970. */
    public static long wall() {
        return wallAt(nanos());
    }

    /** Nanoseconds since 1970 at a moment of the monotonic clock. */
    public static long wallAt(long nanos) {
        return EPOCH_AT_START + nanos;
    }
}
