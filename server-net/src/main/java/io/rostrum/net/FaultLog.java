package io.rostrum.net;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Logs what failed by our own fault. Any thread.
 *
 * <p>Of the same failure one trace a minute, with how often it came since: who finds a way to make
 * us fail cannot fill the disk with it.
 */
public final class FaultLog {
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    /** Kinds beyond these are told as one. */
    private static final int MOST_KINDS = 64;

    private static final int LONGEST_PLACE = 200;

    private static final class Kind {
        long toldNanos;
        long since;
    }

    private final System.Logger log;
    private final LongSupplier nanoClock;
    private final Map<String, Kind> kinds = new HashMap<>();

    public FaultLog(System.Logger log, LongSupplier nanoClock) {
        this.log = log;
        this.nanoClock = nanoClock;
    }

    /**
     * Tells it, or counts it.
     *
     * @param place what was being done, such as method and path
     */
    public void tell(String place, Throwable why) {
        long before = count(name(why));
        if (before >= 0) {
            String more = before == 0 ? "" : " (and " + before + " more like this since)";
            log.log(Level.ERROR, shortened(place) + more, why);
        }
    }

    /** Does that; should it fail, it is told, and what comes behind it goes on. */
    public void guard(String place, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) { // what goes on must not stand still for either
            tell(place, e);
        }
    }

    /** Does the same for each, as {@link Apart} does; what fails is told. */
    public <T> void each(String place, Collection<T> all, Consumer<T> task) {
        Apart.each(all, task, (one, why) -> tell(place, why));
    }

    private static String shortened(String place) {
        return place.length() <= LONGEST_PLACE ? place : place.substring(0, LONGEST_PLACE) + "…";
    }

    /** The class and the place in the code: what strangers send is not in it. */
    private static String name(Throwable why) {
        StackTraceElement[] trace = why.getStackTrace();
        return why.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
    }

    /** How many came untold since the last time; -1 where it is too early to tell again. */
    private synchronized long count(String name) {
        boolean full = kinds.size() >= MOST_KINDS && !kinds.containsKey(name);
        boolean fresh = !kinds.containsKey(full ? "" : name);
        Kind kind = kinds.computeIfAbsent(full ? "" : name, first -> new Kind());
        long now = nanoClock.getAsLong();
        if (!fresh && now - kind.toldNanos < QUIET_NANOS) {
            kind.since++;
            return -1;
        }
        long before = kind.since;
        kind.toldNanos = now;
        kind.since = 0;
        return before;
    }
}
