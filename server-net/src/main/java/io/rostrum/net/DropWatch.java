package io.rostrum.net;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells once a second what was dropped, in one line and only while it is.
 *
 * <p>What drops counts and says nothing; here somebody looks. Confined to the thread that ticks.
 */
public final class DropWatch {
    private final Consumer<String> out;
    private final Map<String, LongSupplier> counters = new LinkedHashMap<>();
    private final Map<String, Long> told = new LinkedHashMap<>();

    public DropWatch(Consumer<String> out) {
        this.out = out;
    }

    /** To the logger of that name. */
    public static DropWatch ofSystem(LogThread log) {
        return new DropWatch(log.to(DropWatch.class.getName(), Level.WARNING))
                .of("lines of the log", log::lost);
    }

    /**
     * Looks at a counter from now on.
     *
     * @param counter never goes down
     */
    public DropWatch of(String name, LongSupplier counter) {
        counters.put(name, counter);
        told.put(name, counter.getAsLong());
        return this;
    }

    /** Once a second. */
    public void tick() {
        StringBuilder line = new StringBuilder();
        counters.forEach((name, counter) -> {
            long now = counter.getAsLong();
            long before = Objects.requireNonNullElse(told.put(name, now), now);
            if (now > before) {
                line.append(line.isEmpty() ? "" : ", ")
                        .append(name)
                        .append(' ')
                        .append(now - before);
            }
        });
        if (!line.isEmpty()) {
            out.accept("dropped since the last second: " + line);
        }
    }
}
