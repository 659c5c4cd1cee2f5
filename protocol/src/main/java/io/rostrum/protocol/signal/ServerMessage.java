package io.rostrum.protocol.signal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the center says to a client. */
public sealed interface ServerMessage {
    /**
     * You are in.
     *
     * @param seat the secret that brings the same participant back
     * @param rights what you may do during this stay
     * @param answer SDP
     */
    record Joined(String you, String seat, Set<Right> rights, String answer, RoomState room)
            implements ServerMessage {
        public Joined {
            rights = Set.copyOf(rights);
        }
    }

    /** The door is closed: somebody lets you in or does not. */
    record Waiting() implements ServerMessage {}

    /** Who waits, for those who may let them in. */
    record Knocks(List<Knock> people) implements ServerMessage {
        public Knocks {
            people = List.copyOf(people);
        }
    }

    /** The whole state, to who asks for it. */
    record Room(RoomState room) implements ServerMessage {}

    /** What is different from now on, to everybody who knows the rest. */
    record Change(RoomChange change) implements ServerMessage {}

    /** The picture that you get. */
    record View(@Nullable String participant, Selection selection, @Nullable ViewReason reason)
            implements ServerMessage {}

    /** Loudness in dBov, 0 to -127; who is silent is left out. */
    record Levels(Map<String, Integer> levels) implements ServerMessage {
        public Levels {
            levels = Map.copyOf(levels);
        }
    }

    record Done(String ref) implements ServerMessage {}

    record Refused(@Nullable String ref, Problem problem) implements ServerMessage {}

    /** The server ends the connection. */
    record Closed(CloseReason reason) implements ServerMessage {}
}
