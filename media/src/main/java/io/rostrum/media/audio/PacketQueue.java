package io.rostrum.media.audio;

/**
 * Holds the payloads of the next packets in the order of their sequence numbers; bounded.
 *
 * <p>A slot remembers its packet after it was played, so that a second copy is known as such.
 */
final class PacketQueue {
    static final int CAPACITY = 64;

    /** One packet; its bytes are reused. */
    static final class Slot {
        int sequence = -1;
        int timestamp;
        int samples;
        int length;
        boolean held;
        byte[] payload = new byte[0];

        private void fill(
                int newSequence, int newTimestamp, int newSamples, byte[] source, int from, int n) {
            sequence = newSequence;
            timestamp = newTimestamp;
            samples = newSamples;
            length = n;
            held = true;
            if (payload.length < n) {
                payload = new byte[(n + 255) & ~255];
            }
            System.arraycopy(source, from, payload, 0, n);
        }
    }

    private final Slot[] slots = new Slot[CAPACITY];
    private int held;

    PacketQueue() {
        for (int i = 0; i < CAPACITY; i++) {
            slots[i] = new Slot();
        }
    }

    boolean knows(int sequence) {
        return slot(sequence).sequence == sequence;
    }

    void put(int sequence, int timestamp, int samples, byte[] source, int from, int length) {
        Slot slot = slot(sequence);
        held += slot.held ? 0 : 1;
        slot.fill(sequence, timestamp, samples, source, from, length);
    }

    /** The earliest packet held at or after {@code sequence}, or the unheld slot of it. */
    Slot first(int sequence) {
        for (int i = 0; held > 0 && i < CAPACITY; i++) {
            Slot slot = slot(sequence + i);
            if (slot.held && slot.sequence == (sequence + i & 0xFFFF)) {
                return slot;
            }
        }
        return NONE;
    }

    /** A packet that was played not long ago, or {@link #NONE}. */
    Slot remembered(int sequence) {
        Slot slot = slot(sequence);
        return slot.sequence == (sequence & 0xFFFF) && !slot.held ? slot : NONE;
    }

    void played(Slot slot) {
        held -= slot.held ? 1 : 0;
        slot.held = false;
    }

    /** Lets go of everything and remembers nothing. */
    void clear() {
        for (Slot slot : slots) {
            slot.held = false;
            slot.sequence = -1;
        }
        held = 0;
    }

    boolean isEmpty() {
        return held == 0;
    }

    private Slot slot(int sequence) {
        return slots[sequence & CAPACITY - 1];
    }

    /** Stands for "no packet": not held. */
    static final Slot NONE = new Slot();
}
