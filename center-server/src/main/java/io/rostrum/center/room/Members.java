package io.rostrum.center.room;

import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.ProblemCode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The seats of a room in the order in which they were taken. */
final class Members {
    /** Encoders that were stopped; more than that are forgotten at once. */
    private static final int MOST_RESTING = 16;

    private final Map<String, Member> byId = new LinkedHashMap<>();

    /** Encoders that were stopped and may be started again: not in the room, not forgotten. */
    private final Map<String, Member> resting = new LinkedHashMap<>();

    private int next = 1;

    String nextId() {
        return "p" + next++;
    }

    void add(Member member) {
        resting.remove(member.id);
        byId.put(member.id, member);
    }

    void remove(Member member) {
        byId.remove(member.id);
        resting.remove(member.id);
    }

    /** Takes an encoder out and keeps its seat. */
    void rest(Member encoder) {
        byId.remove(encoder.id);
        resting.put(encoder.id, encoder);
    }

    /** Those whose seat is kept though they are out, first the one that left first. */
    List<Member> resting() {
        return List.copyOf(resting.values());
    }

    /** Those who have been away for that long: resting encoders first. */
    List<Member> overdue(long nanos, long nowNanos) {
        return Stream.concat(resting.values().stream(), byId.values().stream())
                .filter(member -> member.overdue(nanos, nowNanos))
                .toList();
    }

    boolean restsTooMany() {
        return resting.size() > MOST_RESTING;
    }

    /** All encoders that have a seat, in the room or not. */
    List<Member> encoders() {
        return Stream.concat(byId.values().stream(), resting.values().stream())
                .filter(member -> member.encoder)
                .toList();
    }

    /** A copy, so that members may go while it is read. */
    List<Member> all() {
        return List.copyOf(byId.values());
    }

    Collection<Member> view() {
        return byId.values();
    }

    /** Those who are in their seats; a copy, so that they may go while it is read. */
    List<Seated> seated() {
        return byId.values().stream().map(Member::seated).filter(Objects::nonNull).toList();
    }

    int size() {
        return byId.size();
    }

    @Nullable Member find(String id) {
        return byId.get(id);
    }

    /** Whoever has that seat, and sits in it. */
    @Nullable Seated seated(String id) {
        Member member = byId.get(id);
        return member == null ? null : member.seated();
    }

    Member known(String id) {
        Member member = byId.get(id);
        if (member == null) {
            throw new Refusal(
                    ProblemCode.UNKNOWN_PARTICIPANT, "Nobody of this id is in the room: " + id);
        }
        return member;
    }

    @Nullable Member host() {
        for (Member member : byId.values()) {
            if (member.host()) {
                return member;
            }
        }
        return null;
    }

    @Nullable Member ofSeat(@Nullable String seat) {
        for (Member member : byId.values()) {
            if (!member.encoder && member.seat.equals(seat)) {
                return member;
            }
        }
        return null;
    }

    @SuppressWarnings("ReferenceEquality") // a connection is itself, whatever it says
    @Nullable Seated of(Client client) {
        for (Member member : byId.values()) {
            Seated seated = member.seated();
            if (seated != null && seated.client == client) {
                return seated;
            }
        }
        return null;
    }

    List<ParticipantState> states() {
        return byId.values().stream().map(Member::state).toList();
    }
}
