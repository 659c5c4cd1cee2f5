package io.rostrum.center.room;

import io.rostrum.protocol.signal.Right;

/** How people come in who passed the door. */
final class Arrivals {
    private final RoomMedia media;
    private final Admission admission;
    private final Names names;
    private final Door door;
    private final Seats seats;
    private final Talk talk;
    private final Bulletin bulletin;

    Arrivals(
            RoomMedia media,
            Admission admission,
            Names names,
            Door door,
            Seats seats,
            Talk talk,
            Bulletin bulletin) {
        this.media = media;
        this.admission = admission;
        this.names = names;
        this.door = door;
        this.seats = seats;
        this.talk = talk;
        this.bulletin = bulletin;
    }

    /**
     * Gives him his seat or a new one, and tells him so.
     *
     * @throws Refusal when there is none, or his offer is none
     */
    void come(Newcomer person, long nowNanos) {
        Member seated = admission.seat(person.join().seat(), person.visitor());
        Member member =
                seated == null ? admission.fresh(person.visitor(), person.name(), false) : seated;
        MemberMedia line = media.open(member.id, person.join().offer(), false, nowNanos);
        seats.replace(member, nowNanos);
        member.name = member.host() ? person.name() : names.ofGuest(person.name(), seated);
        member.cameAs(person.visitor().traces());
        if (seated == null) {
            door.mute(member, nowNanos);
            talk.welcome(member);
        }
        greet(seats.take(member, person.client(), line));
    }

    private void greet(Seated newcomer) {
        bulletin.welcome(newcomer, newcomer.media.answer());
        if (newcomer.member.may(Right.ADMIT) && door.somebodyWaits()) {
            newcomer.client.send(door.knocks());
        }
    }
}
