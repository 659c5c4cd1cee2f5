package io.rostrum.center.room;

import io.rostrum.protocol.signal.ChatLine;
import io.rostrum.protocol.signal.ServerMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was written, as far back as it is kept, and what of it was taken back. */
final class History {
    static final int MOST = 500;

    /** Of the texts, as UTF-8. */
    static final int MOST_BYTES = 256 * 1024;

    private record Entry(ChatLine line, int bytes) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final NavigableSet<Long> erased = new TreeSet<>();
    private long last;
    private long cleared;
    private int bytes;

    /** The number of what was written last; 0: nothing was. */
    long last() {
        return last;
    }

    /** What is written next is of this number. */
    long next() {
        return last + 1;
    }

    /** Keeps one more; what is too much of the oldest goes. */
    void add(ChatLine line, int size) {
        last = line.number();
        entries.addLast(new Entry(line, size));
        bytes += size;
        while (entries.size() > MOST || bytes > MOST_BYTES) {
            bytes -= entries.removeFirst().bytes;
        }
    }

    /** Takes that back; whether it was there. */
    boolean erase(long number) {
        Entry found = find(number);
        if (found == null) {
            return false;
        }
        entries.remove(found);
        bytes -= found.bytes;
        erased.add(number);
        if (erased.size() > MOST) {
            erased.pollFirst();
        }
        return true;
    }

    private @Nullable Entry find(long number) {
        for (Entry entry : entries) {
            if (entry.line.number() == number) {
                return entry;
            }
        }
        return null;
    }

    /** Takes all back; the numbers go on. */
    void clear() {
        cleared = last;
        entries.clear();
        erased.clear();
        bytes = 0;
    }

    /** What is there after that number. */
    List<ChatLine> after(long number) {
        List<ChatLine> later = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.line.number() > number) {
                later.add(entry.line);
            }
        }
        return later;
    }

    /** What was taken back of all up to that number; null: nothing that is known. */
    ServerMessage.@Nullable Erased erasedUpTo(long number) {
        List<Long> numbers = List.copyOf(erased.headSet(number, true));
        if (number <= 0 || cleared == 0 && numbers.isEmpty()) {
            return null;
        }
        return new ServerMessage.Erased(cleared == 0 ? null : cleared, numbers);
    }
}
