package io.rostrum.benchmark;

import io.rostrum.load.Quiet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what Rostrum promises, and prints it as one table. */
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = "Measures what Rostrum promises on this machine, and prints one table.")
public final class Table implements Callable<Integer> {
    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "how often each figure is measured (${DEFAULT-VALUE})")
    private int runs = 5;

    @Option(
            names = "--minutes",
            defaultValue = "1",
            description = "how long the program lasts that is watched (${DEFAULT-VALUE})")
    private double minutes = 1;

    @Option(
            names = "--rounds",
            defaultValue = "10",
            description = "how often each part is killed (${DEFAULT-VALUE})")
    private int rounds = 10;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "length of a window in which CPU time is counted (${DEFAULT-VALUE})")
    private int seconds = 10;

    @Option(
            names = "--viewers",
            defaultValue = "500",
            description = "how many watch by WHEP at once (${DEFAULT-VALUE})")
    private int viewers = 500;

    @Option(
            names = "--warming",
            defaultValue = "240",
            description =
                    "seconds on air before CPU time is counted, until what runs often is compiled"
                            + " (${DEFAULT-VALUE})")
    private int warming = 240;

    @Option(
            names = "--before",
            description =
                    "another checkout of Rostrum, packaged: measured too, in the same run (cost: in"
                            + " turn, window by window; the others: first)")
    private @Nullable Path before;

    @Option(
            names = "--only",
            split = ",",
            description =
                    "join, take, sound, air, watch, sync, cost, crash, talk, crowd, queue, serve,"
                            + " again: only these")
    private Set<String> only = new LinkedHashSet<>();

    public static void main(String[] arguments) {
        Quiet.please();
        System.exit(new CommandLine(new Table()).execute(arguments));
    }

    @Override
    public Integer call() {
        int failed = 0;
        System.out.print(Sheet.HEAD);
        for (Map.Entry<String, Measurement> each : measurements().entrySet()) {
            if (only.isEmpty() || only.contains(each.getKey())) {
                failed += measured(each.getValue()) ? 0 : 1;
            }
        }
        return failed;
    }

    /** One that fails does not keep the others from their turn. */
    private boolean measured(Measurement measurement) {
        Path old = before;
        try {
            if (old != null && !(measurement instanceof Cost)) {
                try (Site site = Site.of(old)) {
                    List<Figure> figures = measurement.measure(site);
                    System.out.print(Sheet.lines(figures.stream().map(Figure::before).toList()));
                }
            }
            try (Site site = Site.open()) {
                System.out.print(Sheet.lines(measurement.measure(site)));
            }
            return true;
        } catch (Exception | AssertionError e) {
            System.err.println(measurement + ": " + e);
            return false;
        }
    }

    private Map<String, Measurement> measurements() {
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("join", new Joining(runs));
        all.put("take", new Taking(runs));
        all.put("sound", new Hearing(runs));
        all.put("air", new GoingOnAir(runs));
        all.put("watch", new Watching(minutes));
        all.put("sync", new Syncing(minutes));
        all.put("cost", new Cost(runs, seconds, warming, before));
        all.put("crash", new Crashing(rounds));
        all.put("talk", new Talking(runs, 30));
        all.put("crowd", new Crowding(viewers, runs, seconds));
        all.put("queue", new Queueing(1000, 10 * runs));
        all.put("serve", new Serving(runs));
        all.put("again", new Rewatching(runs));
        return all;
    }
}
