package io.rostrum.center.air;

import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.Id;
import java.time.Instant;

/**
 * What a room has on air, as the server after us will read it.
 *
 * @param stopped whether it was stopped, or failed: it must never be on air again
 * @param seen when the server that had it on air was last alive
 */
record Mark(Id room, Studio.Left program, boolean stopped, Instant seen) {
    String fileName() {
        return OnAirMarks.fileName(room, program.session());
    }

    Mark stop() {
        return new Mark(room, program, true, seen);
    }

    Mark locked(boolean now) {
        return new Mark(room, program.locked(now), stopped, seen);
    }
}
