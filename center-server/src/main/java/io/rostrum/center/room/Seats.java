package io.rostrum.center.room;

import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.ServerMessage;

/** Taking a seat and losing it, with all that hangs on one. */
final class Seats {
    private final Members members;
    private final Speakers speakers;
    private final Names names;
    private final Choices choices;
    private final Screening screening;
    private final Broadcasting broadcasting;

    Seats(
            Members members,
            Speakers speakers,
            Names names,
            Choices choices,
            Screening screening,
            Broadcasting broadcasting) {
        this.members = members;
        this.speakers = speakers;
        this.names = names;
        this.choices = choices;
        this.screening = screening;
        this.broadcasting = broadcasting;
    }

    Seated take(Member member, Client client, MemberMedia line) {
        Seated seated = member.arrive(client, line);
        members.add(member);
        if (member.host()) {
            names.onHost(member);
            broadcasting.hostCame();
            choices.onHost(member, broadcasting.running());
        }
        return seated;
    }

    /** Ends the connection that the seat has, for the one that takes it now. */
    void replace(Member member, long nowNanos) {
        Seated seated = member.seated();
        if (seated != null) {
            end(seated.client, CloseReason.REPLACED);
            member.depart(nowNanos);
            screening.forget(member.id);
        }
    }

    /** Takes an encoder out and keeps its seat, as long as there are not too many of them. */
    void rest(Member encoder, long nowNanos) {
        encoder.depart(nowNanos);
        members.rest(encoder);
        speakers.forget(encoder.id);
        if (members.restsTooMany()) {
            dismiss(members.resting().getFirst(), nowNanos);
        }
    }

    /** Whose connection he was is told why, and goes. */
    void sendOut(Member member, CloseReason reason, long nowNanos) {
        Seated seated = member.seated();
        if (seated != null) {
            end(seated.client, reason);
        }
        dismiss(member, nowNanos);
    }

    /** The seat is free from now on. */
    void dismiss(Member member, long nowNanos) {
        member.depart(nowNanos);
        members.remove(member);
        speakers.forget(member.id);
        choices.forget(member.id);
        if (member.host()) {
            broadcasting.hostLeft(nowNanos);
        }
    }

    static void end(Client client, CloseReason reason) {
        client.send(new ServerMessage.Closed(reason));
        client.close();
    }
}
