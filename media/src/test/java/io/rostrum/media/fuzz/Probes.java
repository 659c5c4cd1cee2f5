package io.rostrum.media.fuzz;

import java.util.BitSet;

/** What code was reached since the last look; {@link Instrumented} code calls it. */
public final class Probes {
    private static final BitSet REACHED = new BitSet();
    private static int next;

    private Probes() {}

    /** A number for a place in the code. */
    static int place() {
        return next++;
    }

    public static void reach(int place) {
        REACHED.set(place);
    }

    /** Takes what was reached since it was asked last. */
    static BitSet taken() {
        BitSet taken = (BitSet) REACHED.clone();
        REACHED.clear();
        return taken;
    }
}
