package io.rostrum.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How busy the cores of this machine were since the object was made, whoever kept them so. */
public final class Cores {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int IDLE = 3;

    private final long[] before;

    private Cores(long[] before) {
        this.before = before;
    }

    public static Cores watched() throws IOException {
        return new Cores(ticks());
    }

    /** From 0 (idle) to 1; above 0.9 a program that has to be in time no longer is. */
    public double busy() throws IOException {
        long[] now = ticks();
        double all = Arrays.stream(now).sum() - Arrays.stream(before).sum();
        return all == 0 ? 0 : 1 - (now[IDLE] - before[IDLE]) / all;
    }

    /** user, nice, system, idle, iowait, irq, softirq, steal: proc(5). */
    private static long[] ticks() throws IOException {
        String line = Files.readAllLines(STAT).getFirst();
        return Arrays.stream(line.trim().split("\\s+"))
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
