package io.rostrum.gate;

import java.util.HashMap;
import java.util.Map;

/**
 * How many of something one address holds at the same time, all together within a bound. Any
 * thread.
 *
 * <p>Whoever takes a place gives it back exactly once.
 */
public final class Places {
    private final int each;
    private final int all;
    private final Map<Network, Integer> held = new HashMap<>();
    private int taken;

    /**
     * @param each most of one address
     * @param all most of everybody together; bounds the memory too
     */
    public Places(int each, int all) {
        if (each < 1 || all < 1) {
            throw new IllegalArgumentException("no place for anybody");
        }
        this.each = each;
        this.all = all;
    }

    /** Whether there was a place; it is his then. */
    public synchronized boolean take(Network who) {
        int before = held.getOrDefault(who, 0);
        if (before >= each || taken >= all) {
            return false;
        }
        held.put(who, before + 1);
        taken++;
        return true;
    }

    public synchronized void giveBack(Network who) {
        Integer before = held.get(who);
        if (before == null) {
            throw new IllegalStateException("a place that nobody has");
        }
        taken--;
        if (before == 1) {
            held.remove(who);
        } else {
            held.put(who, before - 1);
        }
    }

    public synchronized int taken() {
        return taken;
    }
}
