package io.rostrum.protocol.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is different in a room from one revision to a later one; what is null stayed as it was.
 *
 * @param since the revision that it changes, and no other
 * @param revision the one that comes out
 * @param participants new ones, who come last in this order, and changed ones, who keep their place
 * @param gone ids of those who are no participants any more
 * @param order the ids of all, where the places say something else
 */
public record RoomChange(
        long since,
        long revision,
        @Nullable Lock lock,
        @Nullable Speaker speaker,
        @Nullable DoorState door,
        @Nullable ChatState chat,
        @Nullable BroadcastState broadcast,
        List<ParticipantState> participants,
        List<String> gone,
        @Nullable List<String> order) {
    public RoomChange {
        participants = List.copyOf(participants);
        gone = List.copyOf(gone);
        order = order == null ? null : List.copyOf(order);
    }

    /** Whether everybody gets the same picture, and which. */
    public record Lock(boolean locked, @Nullable Selection assigned) {
        static Lock of(RoomState room) {
            return new Lock(room.locked(), room.assigned());
        }
    }

    /** Who speaks, if anybody does. */
    public record Speaker(@Nullable String participant) {}

    /** What has to be told to who knows {@code before}, of the same room. */
    public static RoomChange between(RoomState before, RoomState after) {
        Map<String, ParticipantState> were = byId(before.participants());
        Map<String, ParticipantState> are = byId(after.participants());
        List<ParticipantState> news =
                are.values().stream().filter(one -> !one.equals(were.get(one.id()))).toList();
        List<String> gone = were.keySet().stream().filter(id -> !are.containsKey(id)).toList();
        Map<String, ParticipantState> placed = placed(were, news, gone);
        return new RoomChange(
                before.revision(),
                after.revision(),
                ifNew(Lock.of(before), Lock.of(after)),
                ifNew(new Speaker(before.speaker()), new Speaker(after.speaker())),
                ifNew(before.door(), after.door()),
                ifNew(before.chat(), after.chat()),
                ifNew(before.broadcast(), after.broadcast()),
                news,
                gone,
                ifNew(List.copyOf(placed.keySet()), List.copyOf(are.keySet())));
    }

    private static <T> @Nullable T ifNew(T before, T after) {
        return before.equals(after) ? null : after;
    }

    private static Map<String, ParticipantState> byId(List<ParticipantState> participants) {
        Map<String, ParticipantState> byId = new LinkedHashMap<>();
        participants.forEach(one -> byId.put(one.id(), one));
        return byId;
    }

    private static Map<String, ParticipantState> placed(
            Map<String, ParticipantState> were, List<ParticipantState> news, List<String> gone) {
        Map<String, ParticipantState> placed = new LinkedHashMap<>(were);
        gone.forEach(placed::remove);
        news.forEach(one -> placed.put(one.id(), one));
        return placed;
    }

    /** Whether it can be applied to that. */
    public boolean follows(RoomState room) {
        return room.revision() == since;
    }

    /**
     * The room as it is after the change.
     *
     * @throws IllegalArgumentException where it does not follow {@code before}
     */
    public RoomState applied(RoomState before) {
        if (!follows(before)) {
            throw new IllegalArgumentException(since + " does not follow " + before.revision());
        }
        Lock now = lock == null ? Lock.of(before) : lock;
        return new RoomState(
                before.id(),
                before.title(),
                revision,
                now.locked(),
                now.assigned(),
                speaker == null ? before.speaker() : speaker.participant(),
                door == null ? before.door() : door,
                chat == null ? before.chat() : chat,
                broadcast == null ? before.broadcast() : broadcast,
                ordered(placed(byId(before.participants()), participants, gone)));
    }

    private List<ParticipantState> ordered(Map<String, ParticipantState> placed) {
        if (order == null) {
            return List.copyOf(placed.values());
        }
        Set<String> ids = new LinkedHashSet<>(order);
        List<ParticipantState> ordered = new ArrayList<>();
        ids.stream().map(placed::get).filter(Objects::nonNull).forEach(ordered::add);
        return ordered;
    }
}
