package io.rostrum.streaming.whep;

import io.rostrum.gate.Network;
import io.rostrum.gate.Places;

/**
 * The places for viewers by WHEP, and those for who has asked and is not connected yet. Any thread.
 *
 * <p>Only who is connected takes a viewer's place, so nobody keeps others out with offers that he
 * never uses.
 */
final class Entrance {
    private final int most;
    private final Places asking;
    private int viewers;

    /** What becomes of who asks. */
    enum Answer {
        COME_IN,
        /** All places are taken. */
        FULL,
        /** His address has asked too often without coming. */
        TOO_MANY
    }

    /**
     * @param most viewers, and as many who ask
     * @param ofOne how many of those who ask may come from one address
     */
    Entrance(int most, int ofOne) {
        this.most = most;
        this.asking = new Places(ofOne, most);
    }

    /** Where the answer is to come in, he has a place to wait in: one ticket is made for it. */
    synchronized Answer ask(Network who) {
        if (viewers >= most || asking.taken() >= most) {
            return Answer.FULL;
        }
        return asking.take(who) ? Answer.COME_IN : Answer.TOO_MANY;
    }

    /**
     * Connected: from the place to wait in to a viewer's; false where the last one went to another.
     */
    private synchronized boolean seat() {
        if (viewers >= most) {
            return false;
        }
        viewers++;
        return true;
    }

    private synchronized void stand() {
        viewers--;
    }

    synchronized int viewers() {
        return viewers;
    }

    int asking() {
        return asking.taken();
    }

    /** One who was told to come in, until he goes. Confined to his loop. */
    final class Ticket {
        private final Network who;
        private boolean waits = true;
        private boolean sits;

        Ticket(Network who) {
            this.who = who;
        }

        /** He is connected; false where there is no place any more. */
        boolean use() {
            if (!waits) {
                return sits;
            }
            waits = false;
            asking.giveBack(who);
            sits = seat();
            return sits;
        }

        /** He is gone. */
        void close() {
            if (waits) {
                asking.giveBack(who);
            }
            if (sits) {
                stand();
            }
            waits = false;
            sits = false;
        }
    }
}
