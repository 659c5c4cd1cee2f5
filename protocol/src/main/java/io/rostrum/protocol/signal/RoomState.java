package io.rostrum.protocol.signal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole room as everybody in it sees it.
 *
 * @param revision grows with every change
 * @param assigned the selection of everybody while locked
 * @param speaker the active speaker
 */
public record RoomState(
        String id,
        String title,
        long revision,
        boolean locked,
        @Nullable Selection assigned,
        @Nullable String speaker,
        DoorState door,
        ChatState chat,
        BroadcastState broadcast,
        List<ParticipantState> participants) {
    public RoomState {
        participants = List.copyOf(participants);
    }

    /** The same under that number. */
    public RoomState revised(long number) {
        return new RoomState(
                id, title, number, locked, assigned, speaker, door, chat, broadcast, participants);
    }
}
