package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import org.jspecify.annotations.Nullable;

/** Copies of the packets of the last second, in clear: the memory of who sends to one only. */
final class History implements Memory {
    /** 1024 packets of 1200 bytes in a second are 10 Mbit/s. */
    private static final int SLOTS = 1024;

    private static final long KEPT_NANOS = 1_000_000_000L;

    private static final int SLOTS_A_CALL = 8;

    private final @Nullable Buffer[] packets = new @Nullable Buffer[SLOTS];
    private final long[] sentAt = new long[SLOTS];
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

    @Override
    public @Nullable Buffer recall(int sequence, long nowNanos) {
        Buffer packet = packets[sequence % SLOTS];
        return packet == null || Rtp.sequence(packet) != sequence ? null : pool.copyOf(packet);
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
