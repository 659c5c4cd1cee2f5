package io.rostrum.streaming.whep;

import io.rostrum.gate.Network;
import io.rostrum.gate.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * The places for viewers by WHEP, and those for who has asked and is not connected yet. Any thread.
 *
 * <p>Only who is connected takes a viewer's place, so nobody keeps others out with offers that he
 * never uses; and where all places to wait in are taken, the oldest of the greediest address gives
 * way.
 */
final class Entrance {
    private final int most;
    private final Waiting asking;
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
     * What was answered.
     *
     * @param ticket null where he may not come in
     */
    record Asked(Answer answer, @Nullable Ticket ticket) {}

    /**
     * @param most viewers, and as many who ask
     * @param ofOne how many of those who ask may come from one address
     */
    Entrance(int most, int ofOne) {
        this.most = most;
        this.asking = new Waiting(ofOne, most);
    }

    /**
     * Lets somebody wait.
     *
     * @param away sends him away when he has to give way to others
     */
    Asked ask(Network who, Runnable away) {
        if (viewers() >= most) {
            return new Asked(Answer.FULL, null);
        }
        Waiting.Place place = asking.take(who, away);
        return place == null
                ? new Asked(Answer.TOO_MANY, null)
                : new Asked(Answer.COME_IN, new Ticket(place));
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

    /** How many had to give way while they waited. */
    long gaveWay() {
        return asking.gaveWay();
    }

    /** One who was told to come in, until he goes. Confined to his loop. */
    class Ticket {
        private final Waiting.Place place;
        private boolean used;
        private boolean sits;

        Ticket(Waiting.Place place) {
            this.place = place;
        }

        /** He is connected; false where there is no place any more. */
        boolean use() {
            if (!used) {
                used = true;
                sits = place.leave() && seat();
            }
            return sits;
        }

        /** He is gone. */
        void close() {
            if (!used) {
                var _ = place.leave();
            }
            if (sits) {
                stand();
            }
            used = true;
            sits = false;
        }
    }
}
