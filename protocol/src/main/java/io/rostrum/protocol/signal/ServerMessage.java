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

    /**
     * A small picture of what somebody shows, to who wants it; the latest counts.
     *
     * @param jpeg in base64 (RFC 4648 section 4)
     */
    record Still(String participant, String jpeg) implements ServerMessage {
        /** Without the picture, for logs. */
        @Override
        public String toString() {
            return "Still[participant=" + participant + "]";
        }
    }

    /** What was written, in the order of its numbers. */
    record Chat(List<ChatLine> messages) implements ServerMessage {
        public Chat {
            messages = List.copyOf(messages);
        }
    }

    /**
     * What was written and must not be seen any more.
     *
     * @param through this and all before it; null: only those that are named
     */
    record Erased(@Nullable Long through, List<Long> messages) implements ServerMessage {
        public Erased {
            messages = List.copyOf(messages);
        }
    }

    /** Who shows a sign right now. */
    record Reactions(List<Reacted> people) implements ServerMessage {
        public Reactions {
            people = List.copyOf(people);
        }
    }

    record Done(String ref) implements ServerMessage {}

    record Refused(@Nullable String ref, Problem problem) implements ServerMessage {}

    /** The server ends the connection. */
    record Closed(CloseReason reason) implements ServerMessage {}
}
