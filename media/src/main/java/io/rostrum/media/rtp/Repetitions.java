package io.rostrum.media.rtp;

/**
 * How often a receiver may have which packet again: once in a pause, ten times in all, and never
 * more in total than he was sent for the first time.
 */
final class Repetitions {
    private static final int SLOTS = 1024;

    /** A packet is repeated no more often than this, whoever asks. */
    private static final int MOST_REPEATS = 10;

    /** As many as were sent lately may be repeated at once. */
    private static final int MOST_CREDIT = 1024;

    private final int[] sequences = new int[SLOTS];
    private final long[] repeatedAt = new long[SLOTS];
    private final byte[] repeats = new byte[SLOTS];

    /** Whether it may be repeated now; two numbers that share a slot share its pause. */
    boolean may(int sequence, long nowNanos, long pauseNanos, long credit) {
        int slot = sequence % SLOTS;
        boolean rested = repeats[slot] == 0 || nowNanos - repeatedAt[slot] >= pauseNanos;
        boolean few = sequences[slot] != sequence || repeats[slot] < MOST_REPEATS;
        return rested && few && credit > -MOST_CREDIT;
    }

    void note(int sequence, long nowNanos) {
        int slot = sequence % SLOTS;
        repeats[slot] = sequences[slot] == sequence ? (byte) (repeats[slot] + 1) : 1;
        sequences[slot] = sequence;
        repeatedAt[slot] = nowNanos;
    }
}
