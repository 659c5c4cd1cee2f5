package io.rostrum.center.room;

import io.rostrum.center.account.Kept;
import java.util.function.Consumer;

/** What follows from a change: everybody's picture, the program's, what is kept, and the news. */
final class Changes {
    private final Choices choices;
    private final Screening screening;
    private final Broadcasting broadcasting;
    private final Stills stills;
    private final Door door;
    private final ChatRules chat;
    private final Bulletin bulletin;
    private final Consumer<Kept> keeper;
    private Kept kept;

    /**
     * @param kept what was decided before
     * @param keeper told whenever something else was decided
     */
    Changes(
            Choices choices,
            Screening screening,
            Broadcasting broadcasting,
            Stills stills,
            Door door,
            ChatRules chat,
            Bulletin bulletin,
            Kept kept,
            Consumer<Kept> keeper) {
        this.choices = choices;
        this.screening = screening;
        this.broadcasting = broadcasting;
        this.stills = stills;
        this.door = door;
        this.chat = chat;
        this.bulletin = bulletin;
        this.kept = kept;
        this.keeper = keeper;
    }

    /** Something changed that the media found out: they bring no time along. */
    void follow() {
        follow(screening.latest());
    }

    void follow(long nowNanos) {
        screening.update(choices.assigned(), nowNanos);
        stills.follow(nowNanos);
        broadcasting.follow(choices.ofProgram(), choices.locked());
        keep(door.kept(choices.locked(), chat.state()));
        bulletin.publish();
    }

    private void keep(Kept now) {
        if (!now.equals(kept)) {
            kept = now;
            keeper.accept(now);
        }
    }
}
