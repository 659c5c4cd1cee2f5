package io.rostrum.benchmark;

import io.rostrum.load.Quiet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
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
            description = "how long the program is watched (${DEFAULT-VALUE})")
    private double minutes = 1;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "length of a window in which CPU time is counted (${DEFAULT-VALUE})")
    private int seconds = 10;

    @Option(
            names = "--only",
            split = ",",
            description = "join, take, sound, air, watch, cost: only these")
    private Set<String> only = new LinkedHashSet<>();

    public static void main(String[] arguments) {
        Quiet.please();
        System.exit(new CommandLine(new Table()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Measurement> each : measurements().entrySet()) {
            if (only.isEmpty() || only.contains(each.getKey())) {
                System.err.println("measuring: " + each.getKey());
                try (Site site = Site.open()) {
                    List<Figure> figures = each.getValue().measure(site);
                    lines.append(Sheet.lines(figures));
                }
            }
        }
        System.out.print(Sheet.HEAD + lines);
        return 0;
    }

    private Map<String, Measurement> measurements() {
        Map<String, Measurement> all = new LinkedHashMap<>();
        all.put("join", new Joining(runs));
        all.put("take", new Taking(runs));
        all.put("sound", new Hearing(runs));
        all.put("air", new GoingOnAir(runs));
        all.put("watch", new Watching(minutes));
        all.put("cost", new Cost(runs, seconds));
        return all;
    }
}
