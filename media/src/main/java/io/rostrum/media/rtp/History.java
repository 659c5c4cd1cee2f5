package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import org.jspecify.annotations.Nullable;

/** Copies of the packets of the last second, in clear, for sending them again. */
final class History {
    /** 1024 packets of 1200 bytes in a second are 10 Mbit/s. */
    private static final int SLOTS = 1024;

    private static final long KEPT_NANOS = 1_000_000_000L;

    private static final int SLOTS_A_CALL = 8;

    /** A packet is repeated no more often than this, whoever asks. */
    private static final int MOST_REPEATS = 10;

    private final @Nullable Buffer[] packets = new @Nullable Buffer[SLOTS];
    private final long[] sentAt = new long[SLOTS];
    private final long[] repeatedAt = new long[SLOTS];
    private final int[] repeats = new int[SLOTS];
    private final BufferPool pool;
    private int cursor;

    History(BufferPool pool) {
        this.pool = pool;
    }

    void keep(Buffer packet, long nowNanos) {
        expire(nowNanos);
        int slot = Rtp.sequence(packet) % SLOTS;
        drop(slot);
        packets[slot] = pool.copyOf(packet);
        sentAt[slot] = nowNanos;
        repeats[slot] = 0;
    }

    /** Gives back what is too old, a few slots at a time so that no call is long. */
    void expire(long nowNanos) {
        for (int i = 0; i < SLOTS_A_CALL; i++) {
            cursor = (cursor + 1) % SLOTS;
            if (nowNanos - sentAt[cursor] >= KEPT_NANOS) {
                drop(cursor);
            }
        }
    }

    /** A copy of the packet when it may be sent again now, else null. */
    @Nullable Buffer repeat(int sequence, long nowNanos, long pauseNanos) {
        int slot = sequence % SLOTS;
        Buffer packet = packets[slot];
        if (packet == null
                || Rtp.sequence(packet) != sequence
                || repeats[slot] >= MOST_REPEATS
                || repeats[slot] > 0 && nowNanos - repeatedAt[slot] < pauseNanos) {
            return null;
        }
        repeats[slot]++;
        repeatedAt[slot] = nowNanos;
        return pool.copyOf(packet);
    }

    private void drop(int slot) {
        Buffer packet = packets[slot];
        if (packet != null) {
            packet.release();
            packets[slot] = null;
        }
    }

    void clear() {
        for (int slot = 0; slot < SLOTS; slot++) {
            drop(slot);
        }
    }
}
