package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;

/** The bytes of a store, one packet behind the other, round and round; grows up to its bound. */
final class StoredBytes {
    private static final int FIRST_BYTES = 64 << 10;
    private static final int NO_ROOM = -1;

    private final int most;
    private byte[] bytes;
    private int end;

    StoredBytes(int most) {
        this.most = most;
        bytes = new byte[Math.min(FIRST_BYTES, most)];
    }

    /** Where so many bytes may be written without touching the packets of the index, or -1. */
    int place(int length, StoredIndex index) {
        int size = size(length);
        if (index.count() == 0) {
            return size <= bytes.length ? 0 : NO_ROOM;
        }
        int first = index.offset(index.oldest());
        if (end <= first) {
            return end + size <= first - 1 ? end : NO_ROOM;
        }
        if (end + size <= bytes.length) {
            return end;
        }
        return size <= first - 1 ? 0 : NO_ROOM;
    }

    /** What carries nothing takes a byte too: two packets never begin at the same place. */
    private static int size(int length) {
        return Math.max(1, length);
    }

    void write(int at, Buffer packet) {
        System.arraycopy(packet.getBuffer(), packet.getOffset(), bytes, at, packet.length());
        end = at + size(packet.length());
    }

    Buffer copy(int at, int length, BufferPool pool) {
        Buffer copy = pool.lend(length);
        copy.put(0, bytes, at, length);
        return copy;
    }

    /** Doubles the room and moves all packets to its front, or says that there may be no more. */
    boolean grow(StoredIndex index) {
        if (bytes.length == most) {
            return false;
        }
        byte[] larger = new byte[(int) Math.min(most, 2L * bytes.length)];
        int at = 0;
        for (int i = 0; i < index.count(); i++) {
            int slot = index.at(i);
            System.arraycopy(bytes, index.offset(slot), larger, at, index.length(slot));
            index.offset(slot, at);
            at += size(index.length(slot));
        }
        bytes = larger;
        end = at;
        return true;
    }

    int capacity() {
        return bytes.length;
    }
}
