package io.rostrum.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * Many who wait for the same part of one channel: how late after it each is answered, and what one
 * more of them costs.
 *
 * <p>What the first ones cost is mostly what a fresh JVM takes for itself: code that is compiled,
 * room for garbage that was not touched before. Who comes to a server that runs costs the
 * difference between many and twice as many in the same process.
 */
record Queueing(int waiting, int rounds) implements Measurement {
    private static final int WARMING = 3;

    /** Rounds until room for the garbage of a larger crowd has been taken. */
    private static final int SETTLING = 10;

    @Override
    public List<Figure> measure(Site site) throws Exception {
        try (Line line = new Line(site)) {
            List<Figure> figures = new ArrayList<>(fresh(site, line));
            figures.addAll(further(site, line));
            return figures;
        }
    }

    private List<Figure> fresh(Site site, Line line) throws Exception {
        List<Double> p95 = new ArrayList<>();
        List<Double> last = new ArrayList<>();
        double idle = resident(site);
        line.join(waiting);
        settle(line, WARMING);
        for (int round = 0; round < rounds; round++) {
            List<Double> late = line.ask();
            p95.add(late.get((int) (0.95 * (late.size() - 1))));
            last.add(late.getLast());
        }
        String who = waiting + " waiting playlist requests: ";
        return List.of(
                Figure.millis(who + "answered after the part came, p95", "20 ms", p95),
                Figure.millis(who + "the last one", "", last),
                size(who + "a fresh server grew by, each", (resident(site) - idle) / waiting));
    }

    /** Twice as many, to begin with, and then twice as many again. */
    private List<Figure> further(Site site, Line line) throws Exception {
        int some = 2 * waiting;
        int many = 2 * some;
        line.join(waiting);
        settle(line, SETTLING);
        double resident = line.whileWaiting(() -> resident(site));
        line.join(some);
        settle(line, SETTLING);
        double grown = line.whileWaiting(() -> resident(site));
        double held = line.whileWaiting(() -> held(site));
        line.leave();
        double before = line.whileWaiting(() -> held(site));
        String who = many + " waiting playlist requests, those beyond " + some + ": ";
        return List.of(
                size(who + "resident memory each", (grown - resident) / some),
                size(who + "of which held on the heap", (held - before) / some),
                new Figure(
                        many + " waiting playlist requests: resident memory of the whole server",
                        "",
                        "MB",
                        0,
                        List.of(grown / 1024)));
    }

    private static void settle(Line line, int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            line.ask();
        }
    }

    private static double resident(Site site) throws Exception {
        return site.streamingMemory() / 1024.0;
    }

    private static double held(Site site) throws Exception {
        return Heap.held(site.streamingServer()) / 1024.0;
    }

    private static Figure size(String name, double kilobytes) {
        return new Figure(name, "40 kB", "kB", 1, List.of(kilobytes));
    }
}
