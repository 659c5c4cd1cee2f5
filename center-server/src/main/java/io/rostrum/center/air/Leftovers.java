package io.rostrum.center.air;

import io.rostrum.protocol.feed.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server before us left on air, sorted: what may go on once its host is back, and what has
 * to be ended, for otherwise its channel would be taken until the streaming server loses patience.
 *
 * @param resumable at most one of a room
 */
record Leftovers(List<Mark> resumable, List<Mark> over) {
    /**
     * Only the latest program of a room goes on, if it was not stopped, and only if its host may
     * still have his seat: his seat is lost while we are away as it is while he is.
     */
    static Leftovers of(List<Mark> marks, Instant now, Duration seat) {
        Map<Id, Mark> latest = new HashMap<>();
        marks.forEach(mark -> latest.merge(mark.room(), mark, Leftovers::later));
        List<Mark> resumable =
                latest.values().stream().filter(mark -> mayGoOn(mark, now, seat)).toList();
        List<Mark> over = new ArrayList<>(marks);
        over.removeAll(resumable);
        return new Leftovers(resumable, List.copyOf(over));
    }

    private static Mark later(Mark one, Mark other) {
        return Comparator.<Mark, Instant>comparing(mark -> mark.program().since())
                                .compare(one, other)
                        >= 0
                ? one
                : other;
    }

    private static boolean mayGoOn(Mark mark, Instant now, Duration seat) {
        return !mark.stopped() && Duration.between(mark.seen(), now).compareTo(seat) <= 0;
    }
}
