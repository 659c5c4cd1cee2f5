package io.rostrum.center.room;

import io.rostrum.net.FaultLog;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.ServerMessage;
import org.jspecify.annotations.Nullable;

/** How the room looks from outside, and who is told when that is something else. */
final class Bulletin {
    private final String id;
    private final String title;
    private final Members members;
    private final Choices choices;
    private final Speakers speakers;
    private final Door door;
    private final Broadcasting broadcasting;
    private final FaultLog faults;
    private @Nullable RoomState told;
    private long revision;

    Bulletin(
            String id,
            String title,
            Members members,
            Choices choices,
            Speakers speakers,
            Door door,
            Broadcasting broadcasting,
            FaultLog faults) {
        this.id = id;
        this.title = title;
        this.members = members;
        this.choices = choices;
        this.speakers = speakers;
        this.door = door;
        this.broadcasting = broadcasting;
        this.faults = faults;
    }

    /** The room as it is now, with the number of what was told last. */
    RoomState state() {
        return new RoomState(
                id,
                title,
                revision,
                choices.locked(),
                choices.assigned(),
                speakers.active(),
                door.state(),
                broadcasting.state(),
                members.states());
    }

    /** Tells everybody how things are, if that is news. */
    void publish() {
        RoomState news = state();
        if (!news.equals(told)) {
            revision++;
            told = state();
            tellAll(new ServerMessage.Room(told));
        }
    }

    void tellAll(ServerMessage message) {
        faults.each(
                "a participant could not be told",
                members.seated(),
                one -> one.client.send(message));
    }
}
