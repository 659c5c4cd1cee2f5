package io.rostrum.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places for who has asked and not shown yet that he means it. Any thread.
 *
 * <p>Where all are taken, the oldest of the address that holds most gives way: many addresses
 * together fill the places and keep nobody out, for an honest client needs his for a second only.
 */
public final class Waiting {
    private final int each;
    private final int all;
    private final Map<Network, Deque<Place>> held = new HashMap<>();
    private int taken;
    private long asked;
    private long gaveWay;

    /**
     * @param each most of one address
     * @param all most of everybody together; bounds the memory too
     */
    public Waiting(int each, int all) {
        if (each < 1 || all < 1) {
            throw new IllegalArgumentException("no place for anybody");
        }
        this.each = each;
        this.all = all;
    }

    /** One place, of one who waits. Any thread. */
    public final class Place {
        private final Network who;
        private final long number;
        private final Runnable away;

        private Place(Network who, long number, Runnable away) {
            this.who = who;
            this.number = number;
            this.away = away;
        }

        /** He waits no more; false where the place is not his any more. */
        public boolean leave() {
            return giveBack(this);
        }
    }

    /**
     * A place for somebody; null where his address has its share, or holds most itself while all
     * are taken.
     *
     * @param away sends him away when he has to give way, on the thread of who takes his place
     */
    public @Nullable Place take(Network who, Runnable away) {
        Place last = null;
        Place fresh;
        synchronized (this) {
            int own = holds(who);
            if (own >= each) {
                return null;
            }
            if (taken >= all) {
                last = oldestOfGreediest();
                if (own >= holds(last.who)) {
                    return null;
                }
                giveBack(last);
                gaveWay++;
            }
            fresh = new Place(who, asked++, away);
            held.computeIfAbsent(who, first -> new ArrayDeque<>()).add(fresh);
            taken++;
        }
        if (last != null) {
            last.away.run();
        }
        return fresh;
    }

    private int holds(Network who) {
        Deque<Place> own = held.get(who);
        return own == null ? 0 : own.size();
    }

    /** Between addresses that hold the same, the one that has waited longest. */
    private Place oldestOfGreediest() {
        Deque<Place> greediest = null;
        for (Deque<Place> places : held.values()) {
            if (greediest == null
                    || places.size() > greediest.size()
                    || places.size() == greediest.size()
                            && places.getFirst().number < greediest.getFirst().number) {
                greediest = places;
            }
        }
        if (greediest == null) {
            throw new IllegalStateException("all places are taken and nobody has one");
        }
        return greediest.getFirst();
    }

    private synchronized boolean giveBack(Place place) {
        Deque<Place> own = held.get(place.who);
        if (own == null || !own.remove(place)) {
            return false;
        }
        if (own.isEmpty()) {
            held.remove(place.who);
        }
        taken--;
        return true;
    }

    public synchronized int taken() {
        return taken;
    }

    /** How many had to give way so far. */
    public synchronized long gaveWay() {
        return gaveWay;
    }
}
