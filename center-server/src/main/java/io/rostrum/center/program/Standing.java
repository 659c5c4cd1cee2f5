package io.rostrum.center.program;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a session stands at the streaming server: the next segment, and what is stored before it.
 *
 * @param next number of the segment to send next
 * @param video decode time of the latest picture, in 1/90000 s; -1: there is none
 * @param aac of the latest AAC frame, in 1/48000 s; -1: there is none
 * @param startedAt when time 0 was captured; null where that was not said
 */
record Standing(long next, long video, long aac, @Nullable Instant startedAt) {
    private static final long PICTURE = 3000;
    private static final long FRAME = 1024;

    static final Standing NEW = new Standing(0, -1, -1, null);

    /** Whether there is something to go on from. */
    boolean begun() {
        return next > 0 && video >= 0;
    }

    /** How much later than that moment time 0 was captured, in nanoseconds. */
    long after(Instant since) {
        return startedAt == null ? 0 : Duration.between(since, startedAt).toNanos();
    }

    /** Where the next picture belongs, if the latest one is shown as long as any other. */
    long nextPicture() {
        return begun() ? video + PICTURE : 0;
    }

    /** Where the next sound belongs, in 1/48000 s. */
    long nextSound() {
        return begun() && aac >= 0 ? aac + FRAME : 0;
    }
}
