package io.rostrum.center.room;

import io.rostrum.center.account.Traces;
import io.rostrum.center.account.Visitor;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ProblemCode;
import java.util.function.Supplier;

/** Encoders, which send only: how they come, go, and take their seats again. */
final class Encoders {
    private final RoomMedia media;
    private final Members members;
    private final Admission admission;
    private final Names names;
    private final Door door;
    private final Choices choices;
    private final Seats seats;
    private final Supplier<String> secrets;

    Encoders(
            RoomMedia media,
            Members members,
            Admission admission,
            Names names,
            Door door,
            Choices choices,
            Seats seats,
            Supplier<String> secrets) {
        this.media = media;
        this.members = members;
        this.admission = admission;
        this.names = names;
        this.door = door;
        this.choices = choices;
        this.seats = seats;
        this.secrets = secrets;
    }

    /**
     * Lets an encoder in; one that was here has its seat back: who chose it sees it again, and on
     * air it is on air.
     *
     * @throws Refusal when it may not
     */
    Room.Entered enter(Visitor visitor, String typed, String offer, long nowNanos) {
        String name = Names.clean(typed);
        Traces traces = Admission.encoderTraces(name, visitor);
        door.checkEncoder(traces, nowNanos);
        Member seated = admission.encoderSeat(name, visitor, nowNanos);
        Member member = seated == null ? admission.fresh(visitor, name, true) : seated;
        MemberMedia line = media.open(member.id, offer, true, nowNanos);
        seats.replace(member, nowNanos);
        member.name = names.ofEncoder(name, member);
        member.cameAs(traces);
        if (seated == null) {
            door.mute(member, nowNanos);
        }
        member.session = secrets.get();
        member.enteredAt = nowNanos;
        seats.take(member, Client.none(), line);
        return new Room.Entered(member.id, member.session, line.answer());
    }

    /**
     * An encoder was stopped. Its seat waits for a while, for many are stopped to be started anew.
     *
     * @param session of that stay
     */
    void leave(String participant, String session, long nowNanos) {
        Member member = members.known(participant);
        if (!member.encoder || !member.session.equals(session)) {
            throw new Refusal(ProblemCode.UNKNOWN_PARTICIPANT, "This stay is over.");
        }
        seats.rest(member, nowNanos);
    }

    /**
     * An encoder that was started anew takes its place though the old one was heard till now.
     *
     * @return whether that one did
     */
    boolean watchSuccession(Member heir, long nowNanos) {
        Member before = heir.encoder ? admission.predecessor(heir, nowNanos) : null;
        if (before != null) {
            succeed(before, heir, nowNanos);
        }
        return before != null;
    }

    private void succeed(Member before, Member heir, long nowNanos) {
        choices.passOn(before.id, heir.id);
        if (before.audio.mutedByHost()) {
            heir.muteByHost(Line.AUDIO, true);
        }
        if (before.videoMutedByHost) {
            heir.muteByHost(Line.VIDEO, true);
        }
        seats.dismiss(before, nowNanos);
        heir.name = names.ofEncoder(heir.asked, heir);
    }
}
