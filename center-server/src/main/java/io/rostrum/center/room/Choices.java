package io.rostrum.center.room;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Right;
import io.rostrum.protocol.signal.Selection;
import org.jspecify.annotations.Nullable;

/** Who sees whom: what everybody chose for himself, and what the host shows to all. */
final class Choices {
    private final Members members;
    private @Nullable Selection assigned;

    /** What the host chose for himself, though he be away. */
    private Selection ofHost = Selection.speaker();

    /** The room is locked since a server before us; whom it showed is not known any more. */
    private boolean lockOfBefore;

    /**
     * @param locked whether the room was locked before it was in memory
     */
    Choices(Members members, boolean locked) {
        this.members = members;
        lockOfBefore = locked;
        assigned = locked ? Selection.none() : null;
    }

    /** What everybody sees; null where each sees what he chose. */
    @Nullable Selection assigned() {
        return assigned;
    }

    boolean locked() {
        return assigned != null;
    }

    /** What the host sees, and with him the public: the only choice there is of the program. */
    Selection ofProgram() {
        Member host = members.host();
        if (host != null) {
            ofHost = host.selection;
        }
        return assigned == null ? ofHost : assigned;
    }

    void choose(Member member, Selection selection) {
        Requests.require(member, Right.CHOOSE);
        check(selection);
        if (assigned == null) {
            member.selection = selection;
        } else if (member.may(Right.LOCK)) {
            assigned = selection;
            member.selection = selection;
        } else {
            throw new Refusal(ProblemCode.LOCKED, "The host shows everybody the same picture now.");
        }
    }

    void lock(Member member, ClientMessage.Lock lock) {
        Requests.require(member, Right.LOCK);
        Selection selection = lock.selection();
        if (selection != null) {
            check(selection);
        }
        assigned = lock.on() ? selection != null ? selection : watchedBy(member) : null;
    }

    void assign(Member member, Selection selection) {
        Requests.require(member, Right.LOCK);
        if (assigned == null) {
            throw new Refusal(ProblemCode.NOT_LOCKED, "Lock the picture first.");
        }
        check(selection);
        assigned = selection;
    }

    /**
     * The lock of a server before us showed somebody: now its host.
     *
     * @param onAir whether he comes back to a program, which shows what he chose last
     */
    void onHost(Member host, boolean onAir) {
        if (onAir) {
            host.selection = ofHost;
        }
        if (lockOfBefore) {
            lockOfBefore = false;
            assigned = Selection.participant(host.id);
        }
    }

    /** A program of before goes on; a room that was locked shows nothing until its host is back. */
    void resume(boolean locked) {
        lockOfBefore = (lockOfBefore || locked) && members.host() == null;
        assigned = lockOfBefore ? Selection.none() : assigned;
    }

    /** Nobody sees him any more. */
    void forget(String participant) {
        replace(participant, Selection.none());
    }

    /** Who saw the one sees the other from now on. */
    void passOn(String before, String heir) {
        replace(before, Selection.participant(heir));
    }

    private void replace(String participant, Selection selection) {
        if (assigned != null && assigned.names(participant)) {
            assigned = selection;
        }
        if (ofHost.names(participant)) {
            ofHost = selection;
        }
        for (Member member : members.view()) {
            if (member.selection.names(participant)) {
                member.selection = selection;
            }
        }
    }

    private Selection watchedBy(Member host) {
        if (assigned != null) {
            return assigned;
        }
        return host.selection instanceof Selection.None
                ? Selection.participant(host.id)
                : host.selection;
    }

    private void check(Selection selection) {
        if (selection instanceof Selection.Participant participant) {
            members.known(participant.id());
        }
    }
}
