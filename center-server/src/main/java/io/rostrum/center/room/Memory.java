package io.rostrum.center.room;

import io.rostrum.center.account.Traces;
import io.rostrum.protocol.signal.Line;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/**
 * What the host decided about people, for when they come again without a seat. They are known by
 * device and address; an address may be shared by others, so it alone never keeps anybody out.
 */
final class Memory {
    static final Duration LENGTH = Duration.ofMinutes(30);

    /** More are forgotten, the oldest first. */
    static final int MOST = 256;

    /**
     * What is remembered of somebody.
     *
     * @param removed his device was sent out
     * @param suspect somebody at his address was sent out
     */
    record Verdict(
            boolean removed,
            boolean suspect,
            boolean audioMuted,
            boolean videoMuted,
            boolean silenced) {}

    /**
     * @param again the same person is remembered by later traces too
     */
    private record Entry(
            boolean removed,
            boolean audio,
            boolean video,
            boolean chat,
            boolean again,
            long until) {
        boolean says() {
            return removed || audio || video || chat;
        }
    }

    private final Map<Traces, Entry> entries = new LinkedHashMap<>();

    void remove(Traces traces, long nowNanos) {
        remove(new LinkedHashSet<>(Set.of(traces)), nowNanos);
    }

    /** Whoever came as all of these, the latest last. */
    void remove(SequencedSet<Traces> trail, long nowNanos) {
        for (Traces traces : trail) {
            Entry before = before(traces, nowNanos);
            boolean again = !traces.equals(trail.getLast());
            Entry removed =
                    new Entry(
                            true, before.audio, before.video, before.chat, again, until(nowNanos));
            put(traces, removed);
        }
    }

    void mute(SequencedSet<Traces> trail, Line line, boolean on, long nowNanos) {
        for (Traces traces : trail) {
            Entry before = before(traces, nowNanos);
            boolean audio = line == Line.AUDIO ? on : before.audio;
            boolean video = line == Line.VIDEO ? on : before.video;
            boolean chat = line == Line.CHAT ? on : before.chat;
            Entry muted =
                    new Entry(before.removed, audio, video, chat, before.again, until(nowNanos));
            put(traces, muted);
        }
    }

    /** Whoever was sent out may come again. */
    void forgive() {
        entries.replaceAll((traces, entry) ->
                new Entry(false, entry.audio, entry.video, entry.chat, entry.again, entry.until));
        entries.values().removeIf(entry -> !entry.says());
    }

    Verdict of(Traces traces, long nowNanos) {
        expire(nowNanos);
        boolean removed = false;
        boolean suspect = false;
        boolean audio = false;
        boolean video = false;
        boolean chat = false;
        for (Map.Entry<Traces, Entry> one : entries.entrySet()) {
            Entry entry = one.getValue();
            boolean device = sameDevice(one.getKey(), traces);
            if (device || one.getKey().network().equals(traces.network())) {
                removed |= entry.removed && device;
                suspect |= entry.removed;
                audio |= entry.audio;
                video |= entry.video;
                chat |= entry.chat;
            }
        }
        return new Verdict(removed, suspect, audio, video, chat);
    }

    /** How many are remembered as sent out. */
    int sentOut() {
        return (int) entries.values().stream().filter(one -> one.removed && !one.again).count();
    }

    /** Forgets what is long ago; whether that was anything. */
    boolean expire(long nowNanos) {
        boolean any = false;
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext() && nowNanos - oldest.next().until >= 0) {
            oldest.remove();
            any = true;
        }
        return any;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    private static boolean sameDevice(Traces one, Traces other) {
        return one.device() != null && one.device().equals(other.device());
    }

    private Entry before(Traces traces, long nowNanos) {
        expire(nowNanos);
        Entry before = entries.get(traces);
        return before == null ? new Entry(false, false, false, false, false, 0) : before;
    }

    private static long until(long nowNanos) {
        return nowNanos + LENGTH.toNanos();
    }

    /** The youngest stands last. */
    private void put(Traces traces, Entry entry) {
        entries.remove(traces);
        if (entry.says()) {
            entries.put(traces, entry);
        }
        if (entries.size() > MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
