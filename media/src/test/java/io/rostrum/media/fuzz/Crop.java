package io.rostrum.media.fuzz;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** What one parser has been through, and the inputs that brought it further. */
final class Crop {
    private static final int LEAST_CUT = 4;

    private final BitSet seen = new BitSet();
    private final List<byte[]> kept = new ArrayList<>();

    List<byte[]> kept() {
        return List.copyOf(kept);
    }

    void take(byte[] input, Consumer<byte[]> parser) {
        BitSet fresh = reached(input, parser);
        fresh.andNot(seen);
        if (!fresh.isEmpty()) {
            byte[] least = shortened(input, fresh, parser);
            kept.add(least);
            seen.or(reached(least, parser));
            seen.or(fresh);
        }
    }

    private static BitSet reached(byte[] input, Consumer<byte[]> parser) {
        Probes.taken();
        parser.accept(input.clone());
        return Probes.taken();
    }

    /** Leaves out pieces, large ones first, as long as all that was new is reached. */
    private static byte[] shortened(byte[] input, BitSet fresh, Consumer<byte[]> parser) {
        byte[] least = input;
        for (int cut = input.length / 2; cut >= LEAST_CUT; cut /= 2) {
            for (int at = 0; at + cut <= least.length; ) {
                byte[] less = without(least, at, cut);
                BitSet missed = (BitSet) fresh.clone();
                missed.andNot(reached(less, parser));
                if (missed.isEmpty()) {
                    least = less;
                } else {
                    at += cut;
                }
            }
        }
        return least;
    }

    private static byte[] without(byte[] input, int at, int count) {
        byte[] less = new byte[input.length - count];
        System.arraycopy(input, 0, less, 0, at);
        System.arraycopy(input, at + count, less, at, less.length - at);
        return less;
    }
}
