package io.rostrum.streaming.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often somebody may try a password. Any thread.
 *
 * <p>Five at once, then one every twelve seconds; what was right does not count. Remembers the last
 * few thousand who tried.
 */
public final class Tries {
    private static final int AT_ONCE = 5;
    private static final long EACH_NANOS = Duration.ofSeconds(12).toNanos();
    private static final int MOST = 8192;

    /** Key to the moment at which all tries are there again. */
    private final Map<String, Long> full =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > MOST;
                }
            };

    /** Takes a try: 0 where there was one, else the seconds until there is. */
    public synchronized long take(String who, long nowNanos) {
        long after = Math.max(full.getOrDefault(who, nowNanos), nowNanos) + EACH_NANOS;
        long wait = after - nowNanos - AT_ONCE * EACH_NANOS;
        if (wait > 0) {
            return Duration.ofNanos(wait).toSeconds() + 1;
        }
        full.put(who, after);
        return 0;
    }

    /** It was right: the try did not count. */
    public synchronized void giveBack(String who) {
        full.computeIfPresent(who, (key, at) -> at - EACH_NANOS);
    }
}
