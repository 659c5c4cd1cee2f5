package io.rostrum.media.rtp;

import java.util.Arrays;

/** Numbers that were passed over, and when to ask for them (RFC 4585 section 6.2.1). */
final class MissingPackets {
    /** More than this many at once is no gap that can be repaired in time. */
    static final int MOST = 400;

    /** No packet is asked for more often. */
    static final int MOST_TRIES = 10;

    /** A packet is not asked for again sooner, however short the round trip. */
    static final long SHORTEST_PAUSE = 20_000_000L;

    /** A gap is loss after this time, whatever the reordering. */
    static final long LONGEST_REORDERING = 10_000_000L;

    private static final int MOST_TOLERANCE = 16;
    private static final int FORGIVEN_AFTER = 1000;

    private final long[] numbers = new long[MOST];
    private final long[] noticedAt = new long[MOST];
    private final long[] askedAt = new long[MOST];
    private final int[] tries = new int[MOST];
    private int count;
    private int tolerance;
    private int inOrder;
    private long givenUp;

    /** Adds a number beyond all others; false when there is no room. */
    boolean add(long number, long nowNanos) {
        if (count == MOST) {
            return false;
        }
        numbers[count] = number;
        noticedAt[count] = nowNanos;
        tries[count] = 0;
        count++;
        return true;
    }

    /** Notes that a number has come by itself, {@code depth} packets late. */
    void onReordered(long number, int depth) {
        if (remove(number)) {
            tolerance = Math.min(MOST_TOLERANCE, Math.max(tolerance, depth));
            inOrder = 0;
        }
    }

    /** Notes a packet in order: reordering is forgotten after a while without. */
    void onInOrder() {
        if (++inOrder >= FORGIVEN_AFTER) {
            inOrder = 0;
            tolerance = Math.max(0, tolerance - 1);
        }
    }

    /** Takes a number out; false when it was not missing. */
    boolean remove(long number) {
        int index = Arrays.binarySearch(numbers, 0, count, number);
        if (index < 0) {
            return false;
        }
        move(index + 1, index, count - index - 1);
        count--;
        return true;
    }

    private void move(int from, int to, int length) {
        System.arraycopy(numbers, from, numbers, to, length);
        System.arraycopy(noticedAt, from, noticedAt, to, length);
        System.arraycopy(askedAt, from, askedAt, to, length);
        System.arraycopy(tries, from, tries, to, length);
    }

    /** Whether {@link #take} would give something. */
    boolean due(long highest, long nowNanos, long roundTrip) {
        for (int i = 0; i < count; i++) {
            if (tries[i] < MOST_TRIES && isDue(i, highest, nowNanos, roundTrip)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDue(int index, long highest, long nowNanos, long roundTrip) {
        if (tries[index] == 0) {
            return highest - numbers[index] > tolerance
                    || nowNanos - noticedAt[index] >= LONGEST_REORDERING;
        }
        return nowNanos - askedAt[index] >= Math.max(roundTrip, SHORTEST_PAUSE);
    }

    /**
     * Writes the sequence numbers that are to be asked for now; forgets those asked for often
     * enough.
     */
    int take(int[] sequences, long highest, long nowNanos, long roundTrip) {
        int taken = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            boolean due = isDue(i, highest, nowNanos, roundTrip);
            if (due && tries[i] >= MOST_TRIES) {
                givenUp++;
                continue;
            }
            if (due && taken < sequences.length) {
                tries[i]++;
                askedAt[i] = nowNanos;
                sequences[taken++] = (int) numbers[i] & 0xFFFF;
            }
            move(i, kept++, 1);
        }
        count = kept;
        return taken;
    }

    void clear() {
        givenUp += count;
        count = 0;
    }

    int count() {
        return count;
    }

    long givenUp() {
        return givenUp;
    }
}
