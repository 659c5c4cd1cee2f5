package io.rostrum.media.rtp;

import java.util.Arrays;

/** Where the packets of a store are: found by number, forgotten in the order they came. */
final class StoredIndex {
    private static final int FIRST_SLOTS = 256;

    private final int most;
    private int slots;
    private long[] numbers;
    private int[] offsets;
    private int[] lengths;
    private long[] keptAt;

    /** Slots in the order of arrival. */
    private int[] order;

    private int head;
    private int count;

    StoredIndex(int most) {
        this(most, Math.min(FIRST_SLOTS, most));
    }

    private StoredIndex(int most, int slots) {
        this.most = most;
        this.slots = slots;
        numbers = new long[slots];
        offsets = new int[slots];
        lengths = new int[slots];
        keptAt = new long[slots];
        order = new int[slots];
        Arrays.fill(numbers, -1);
    }

    /** The slot of a number, or -1. */
    int find(long number) {
        int slot = slot(number);
        return number >= 0 && numbers[slot] == number ? slot : -1;
    }

    private int slot(long number) {
        return (int) Math.floorMod(number, (long) slots);
    }

    boolean hasRoomFor(long number) {
        return numbers[slot(number)] < 0;
    }

    /** Wants room for it. */
    void add(long number, int offset, int length, long nowNanos) {
        int slot = slot(number);
        numbers[slot] = number;
        offsets[slot] = offset;
        lengths[slot] = length;
        keptAt[slot] = nowNanos;
        order[(head + count) % slots] = slot;
        count++;
    }

    /** Doubles the slots, or says that there may be no more. */
    boolean grow() {
        if (slots == most) {
            return false;
        }
        StoredIndex larger = new StoredIndex(most, Math.min(most, 2 * slots));
        for (int i = 0; i < count; i++) {
            int slot = order[(head + i) % slots];
            larger.add(numbers[slot], offsets[slot], lengths[slot], keptAt[slot]);
        }
        become(larger);
        return true;
    }

    private void become(StoredIndex other) {
        slots = other.slots;
        numbers = other.numbers;
        offsets = other.offsets;
        lengths = other.lengths;
        keptAt = other.keptAt;
        order = other.order;
        head = other.head;
        count = other.count;
    }

    void removeOldest() {
        numbers[oldest()] = -1;
        head = (head + 1) % slots;
        count--;
    }

    /** The slot of what came first; wants one. */
    int oldest() {
        return order[head];
    }

    /** The slot of what came as the {@code i}th of those that are left. */
    int at(int i) {
        return order[(head + i) % slots];
    }

    long number(int slot) {
        return numbers[slot];
    }

    int offset(int slot) {
        return offsets[slot];
    }

    void offset(int slot, int offset) {
        offsets[slot] = offset;
    }

    int length(int slot) {
        return lengths[slot];
    }

    long keptAt(int slot) {
        return keptAt[slot];
    }

    int count() {
        return count;
    }

    void clear() {
        Arrays.fill(numbers, -1);
        head = 0;
        count = 0;
    }
}
