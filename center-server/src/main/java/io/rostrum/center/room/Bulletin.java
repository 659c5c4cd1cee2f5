package io.rostrum.center.room;

import io.rostrum.net.FaultLog;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.RoomChange;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.ServerMessage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the room looks from outside: who comes in is told all of it, and from then on, like everybody
 * inside, what is different.
 */
final class Bulletin {
    /** Nanoseconds from one whole state to the next for the same person: it is dear. */
    private static final long REPEATED_AFTER = TimeUnit.SECONDS.toNanos(1);

    private final String id;
    private final String title;
    private final Members members;
    private final Choices choices;
    private final Speakers speakers;
    private final Door door;
    private final ChatRules chat;
    private final Broadcasting broadcasting;
    private final FaultLog faults;
    private @Nullable RoomState told;

    Bulletin(
            String id,
            String title,
            Members members,
            Choices choices,
            Speakers speakers,
            Door door,
            ChatRules chat,
            Broadcasting broadcasting,
            FaultLog faults) {
        this.id = id;
        this.title = title;
        this.members = members;
        this.choices = choices;
        this.speakers = speakers;
        this.door = door;
        this.chat = chat;
        this.broadcasting = broadcasting;
        this.faults = faults;
    }

    /** The room as it is now, with the number of what was told last. */
    RoomState state() {
        return new RoomState(
                id,
                title,
                told == null ? 0 : told.revision(),
                choices.locked(),
                choices.assigned(),
                speakers.active(),
                door.state(),
                chat.state(),
                broadcasting.state(),
                members.states());
    }

    /** Tells everybody what is different, if anything is; the room as they know it now. */
    RoomState publish() {
        RoomState before = told;
        RoomState now = state();
        if (before != null && now.equals(before)) {
            return before;
        }
        RoomState news = now.revised(now.revision() + 1);
        told = news;
        if (before != null) {
            tellAll(new ServerMessage.Change(RoomChange.between(before, news)));
        }
        return news;
    }

    /** He knows the room from now on. */
    void welcome(Seated newcomer, String answer) {
        RoomState room = publish();
        Member member = newcomer.member;
        newcomer.client.send(
                new ServerMessage.Joined(member.id, member.seat, member.rights(), answer, room));
        newcomer.welcomed = true;
    }

    /**
     * The whole room once more, for who misses a change.
     *
     * @throws Refusal when he asks too often
     */
    void repeat(Seated one, long nowNanos) {
        Long before = one.repeatedAt;
        if (before != null && nowNanos - before < REPEATED_AFTER) {
            throw new Refusal(ProblemCode.TOO_MANY_REQUESTS, "Once a second is enough.", 1);
        }
        one.repeatedAt = nowNanos;
        one.client.send(new ServerMessage.Room(publish()));
    }

    /** To everybody who knows the room. */
    void tellAll(ServerMessage message) {
        Circular circular = new Circular(message);
        faults.each(
                "a participant could not be told", members.seated(), one -> tell(one, circular));
    }

    private static void tell(Seated one, Circular circular) {
        if (one.welcomed) {
            one.client.send(circular);
        }
    }
}
