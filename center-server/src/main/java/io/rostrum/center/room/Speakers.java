package io.rostrum.center.room;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Who spoke, the last one first. */
final class Speakers {
    private final ArrayDeque<String> recent = new ArrayDeque<>();
    private @Nullable String active;

    @Nullable String active() {
        return active;
    }

    /** Whether that is news. */
    boolean hear(@Nullable String participant) {
        if (participant == null ? active == null : participant.equals(active)) {
            return false;
        }
        active = participant;
        if (participant != null) {
            recent.remove(participant);
            recent.addFirst(participant);
        }
        return true;
    }

    void forget(String participant) {
        recent.remove(participant);
        if (participant.equals(active)) {
            active = null;
        }
    }

    Iterable<String> recent() {
        return recent;
    }
}
