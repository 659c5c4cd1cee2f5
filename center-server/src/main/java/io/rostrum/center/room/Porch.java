package io.rostrum.center.room;

import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Right;
import io.rostrum.protocol.signal.ServerMessage;
import java.util.List;

/** Who knocks, who is told of it, and what he answers. */
final class Porch {
    private final Members members;
    private final Memory memory;
    private final Door door;
    private final Admission admission;
    private final Arrivals arrivals;
    private final FaultLog faults;

    Porch(
            Members members,
            Memory memory,
            Door door,
            Admission admission,
            Arrivals arrivals,
            FaultLog faults) {
        this.faults = faults;
        this.members = members;
        this.memory = memory;
        this.door = door;
        this.admission = admission;
        this.arrivals = arrivals;
    }

    /**
     * Lets him in, or lets him wait; he is told so himself.
     *
     * @return whether he is in
     * @throws Refusal when he may not
     */
    boolean receive(Newcomer person, long nowNanos) {
        boolean fresh = admission.seat(person.join().seat(), person.visitor()) == null;
        if (fresh && door.holds(person.visitor(), nowNanos)) {
            door.hold(person, nowNanos);
            tellKnocks();
            return false;
        }
        arrivals.come(person, nowNanos);
        return true;
    }

    void set(Member member, ClientMessage.Door wanted, long nowNanos) {
        Requests.require(member, Right.ADMIT);
        List<Presence.Waiting> free = door.set(wanted);
        if (!free.isEmpty()) {
            comeAll(free, nowNanos);
        }
    }

    void admit(Member member, ClientMessage.Admit admit, long nowNanos) {
        Requests.require(member, Right.ADMIT);
        Presence.Waiting one = door.take(admit.participant());
        if (admit.on()) {
            comeAll(List.of(one), nowNanos);
        } else {
            memory.remove(one.person().visitor().traces(), nowNanos);
            one.person()
                    .refuse(new Refusal(ProblemCode.NOT_ADMITTED, "The host did not let you in."));
            tellKnocks();
        }
    }

    void forgive(Member member) {
        Requests.require(member, Right.ADMIT);
        memory.forgive();
    }

    /**
     * Carries out what somebody outside may ask: to leave.
     *
     * @throws Refusal for all else
     */
    void ask(Presence.Waiting waiting, ClientMessage.Request request) {
        if (!(request instanceof ClientMessage.Leave)) {
            throw Room.notJoined();
        }
        leave(waiting);
    }

    /** He waits no more. */
    void leave(Presence.Waiting waiting) {
        door.take(waiting.id());
        tellKnocks();
    }

    /** Sends away who has waited for too long. */
    void watch(long nowNanos) {
        List<Presence.Waiting> overdue = door.overdue(nowNanos);
        faults.each(
                "somebody at the door could not be refused",
                overdue,
                one ->
                        one.person()
                                .refuse(
                                        new Refusal(
                                                ProblemCode.NOT_ADMITTED,
                                                "Nobody came to the door. Try again later.")));
        if (!overdue.isEmpty()) {
            tellKnocks();
        }
    }

    void close() {
        faults.each(
                "somebody at the door could not be sent away",
                door.clear(),
                one -> Seats.end(one.person().client(), CloseReason.ROOM_CLOSED));
    }

    private void comeAll(List<Presence.Waiting> people, long nowNanos) {
        Apart.each(people, one -> arrivals.come(one.person(), nowNanos), this::onOutside);
        tellKnocks();
    }

    private void onOutside(Presence.Waiting one, RuntimeException why) {
        if (why instanceof Refusal refusal) {
            one.person().refuse(refusal);
        } else {
            faults.tell("somebody could not be let in", why);
            one.person().refuse(new Refusal(ProblemCode.INTERNAL, "Try again."));
        }
    }

    private void tellKnocks() {
        ServerMessage knocks = door.knocks();
        faults.each(
                "who knocks could not be told",
                members.seated(),
                one -> {
                    if (one.member.may(Right.ADMIT)) {
                        one.client.send(knocks);
                    }
                });
    }
}
