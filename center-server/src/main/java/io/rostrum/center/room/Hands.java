package io.rostrum.center.room;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Right;
import org.jspecify.annotations.Nullable;

/** Raised hands, in the order in which they were raised. */
final class Hands {
    private final Members members;

    Hands(Members members) {
        this.members = members;
    }

    /**
     * Everybody moves his own; whoever tends the room may lower another's.
     *
     * @throws Refusal when he may not
     */
    void move(Member asking, ClientMessage.Hand wanted) {
        Member whose = whose(asking, wanted.participant());
        if (whose != asking) {
            Requests.require(asking, Right.MUTE_OTHERS);
            refuseToRaise(wanted);
        }
        if (!wanted.up()) {
            whose.hand = null;
        } else if (whose.hand == null) {
            whose.hand = last() + 1;
        }
    }

    /**
     * Lowers every hand.
     *
     * @throws Refusal when he may not
     */
    void lowerAll(Member asking) {
        Requests.require(asking, Right.MUTE_OTHERS);
        for (Member member : members.view()) {
            member.hand = null;
        }
    }

    private Member whose(Member asking, @Nullable String participant) {
        return participant == null ? asking : members.known(participant);
    }

    private static void refuseToRaise(ClientMessage.Hand wanted) {
        if (wanted.up()) {
            throw new Refusal(ProblemCode.BAD_MESSAGE, "Nobody raises the hand of another.");
        }
    }

    /** The number of the hand that was raised last; 0 while all are down. */
    private int last() {
        int last = 0;
        for (Member member : members.view()) {
            if (member.hand != null) {
                last = Math.max(last, member.hand);
            }
        }
        return last;
    }
}
