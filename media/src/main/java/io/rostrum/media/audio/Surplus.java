package io.rostrum.media.audio;

import java.util.Arrays;

/** Decides when delay may go: what every tick of the last half second had to spare. */
final class Surplus {
    private static final int WINDOW_TICKS = 25;
    private static final long HYSTERESIS_NANOS = 3_000_000;

    /** What has just grown was needed: it stays at least that long. */
    private static final long HOLD_NANOS = 1_000_000_000;

    /** Removing 5 to 15 ms every 100 ms is hardly heard. */
    private static final int PAUSE_TICKS = 5;

    /** After a second without a good place any place will do. */
    private static final int PATIENCE_TICKS = 50;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final long[] waits = new long[WINDOW_TICKS];
    private int index;
    private int sinceRemoval;
    private int asked;
    private long grownAt = NEVER;

    /** How long after its earliest possible arrival the next packet is used. */
    void observe(long waitNanos) {
        waits[index] = waitNanos;
        index = (index + 1) % WINDOW_TICKS;
    }

    void grown(long nowNanos) {
        grownAt = nowNanos;
        forget();
    }

    /** What follows is played earlier by so much. */
    void moved(long nanos) {
        for (int i = 0; i < WINDOW_TICKS; i++) {
            waits[i] -= nanos;
        }
    }

    void forget() {
        Arrays.fill(waits, 0);
    }

    /** How many packets' time may go so that every packet would still have come in time. */
    int packets(long wantedNanos, long packetNanos, long nowNanos) {
        if (nowNanos - grownAt < HOLD_NANOS) {
            return 0;
        }
        long shortest = Long.MAX_VALUE;
        for (long wait : waits) {
            shortest = Math.min(shortest, wait);
        }
        long spare = shortest - wantedNanos - HYSTERESIS_NANOS;
        return Math.clamp(spare / packetNanos, 0, 50);
    }

    /** Once per tick: whether to try and remove up to {@code samples} now. */
    boolean dueAfterTick(int samples) {
        sinceRemoval++;
        asked = samples == 0 ? 0 : asked + 1;
        return samples > 0 && sinceRemoval >= PAUSE_TICKS;
    }

    boolean urgent() {
        return asked > PATIENCE_TICKS;
    }

    void removed() {
        sinceRemoval = 0;
        asked = 0;
    }
}
