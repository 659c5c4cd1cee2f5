package io.rostrum.center.room;

import io.rostrum.protocol.signal.VideoSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far somebody's stills are, for as long as he sits. */
final class Shot {
    /** From one still to the next. */
    static final long EVERY = Duration.ofSeconds(5).toNanos();

    /** What was not made by then never will be. */
    private static final long LOST = Duration.ofSeconds(10).toNanos();

    /** What he shows; null: nothing that others may have a still of. */
    private @Nullable VideoSource source;

    /** Key frames of before show something else. */
    private long freshFrom;

    private int turn;
    private @Nullable Long takenAt;
    private @Nullable Long askedAt;
    private boolean coming;

    /** The still as everybody gets it. */
    private @Nullable Circular latest;

    /** He shows that from now on; of what he showed before nothing is left. */
    void show(@Nullable VideoSource now, long nowNanos) {
        if (now != source) {
            source = now;
            freshFrom = nowNanos;
            turn++;
            takenAt = null;
            askedAt = null;
            coming = false;
            latest = null;
        }
    }

    boolean isDue(long nowNanos) {
        Long before = takenAt;
        return source != null && (before == null || nowNanos - before >= (coming ? LOST : EVERY));
    }

    /** He is asked for a key frame as seldom as a still is made. */
    boolean mayAsk(long nowNanos) {
        Long before = askedAt;
        return before == null || nowNanos - before >= EVERY;
    }

    void asked(long nowNanos) {
        askedAt = nowNanos;
    }

    /** One is being made. */
    void taken(long nowNanos) {
        takenAt = nowNanos;
        freshFrom = nowNanos;
        coming = true;
    }

    /**
     * It is made.
     *
     * @param of the turn in which it was taken
     * @return whether it still shows what he shows
     */
    boolean made(int of, @Nullable Circular still) {
        if (of != turn) {
            return false;
        }
        coming = false;
        latest = still == null ? latest : still;
        return still != null;
    }

    int turn() {
        return turn;
    }

    long freshFrom() {
        return freshFrom;
    }

    /** Nanoseconds since the latest was taken; who has none has waited longest. */
    long waited(long nowNanos) {
        Long before = takenAt;
        return before == null ? Long.MAX_VALUE : nowNanos - before;
    }

    @Nullable Circular latest() {
        return latest;
    }
}
