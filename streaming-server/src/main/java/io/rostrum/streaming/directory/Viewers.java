package io.rostrum.streaming.directory;

import io.rostrum.protocol.feed.Id;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many people watch each program now. Any thread.
 *
 * <p>A viewer is whoever asked for a live playlist, or watched by WHEP, in the last ten seconds.
 * Without cookies he is told from others by the name that his browser makes up: two windows, a
 * reload and another network are one person. Players that give none count once for each address and
 * user agent.
 */
public final class Viewers {
    private static final long SEEN_NANOS = 10_000_000_000L;

    /** Somebody who makes up ids does not fill our memory. */
    private static final int MOST = 200_000;

    private final Map<Id, Map<Long, Long>> seen = new ConcurrentHashMap<>();

    public void saw(Id channel, String address, String agent, String id, long nowNanos) {
        Map<Long, Long> viewers = seen.computeIfAbsent(channel, fresh -> new ConcurrentHashMap<>());
        long key = id.isEmpty() ? mix(address) * 31 + mix(agent) : mix(id);
        if (viewers.size() < MOST || viewers.containsKey(key)) {
            viewers.put(key, nowNanos);
        }
    }

    /** Strings' own hashes collide too easily for counting. */
    private static long mix(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    public int count(Id channel) {
        Map<Long, Long> viewers = seen.get(channel);
        return viewers == null ? 0 : viewers.size();
    }

    public int total() {
        return seen.values().stream().mapToInt(Map::size).sum();
    }

    /** Forgets who was not seen for long. */
    public void forget(long nowNanos) {
        seen.values()
                .forEach(viewers -> viewers.values().removeIf(at -> nowNanos - at > SEEN_NANOS));
        seen.values().removeIf(Map::isEmpty);
    }
}
