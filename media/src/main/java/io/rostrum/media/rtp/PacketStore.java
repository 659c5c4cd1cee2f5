package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import org.jspecify.annotations.Nullable;

/**
 * The latest packets of one source, each kept once for all who want it again, by its number.
 *
 * <p>Spans a run of numbers in which some may be missing. The bytes lie one behind another in
 * blocks, so that a small packet takes no more than its size. Confined to one thread.
 */
public final class PacketStore {
    private static final int BLOCK_BYTES = 16 * 1024;
    private static final int FEWEST = 64;

    /** Bytes of some packets; garbage as soon as none of them is wanted any more. */
    private static final class Block {
        private final byte[] bytes = new byte[BLOCK_BYTES];
        private int end;
    }

    /** Where a packet lies; used again for the next one of its place. */
    private static final class Entry {
        private long number;
        private @Nullable Block block;
        private int offset;
        private int length;
        private int content;
        private int timestamp;
        private boolean marker;
        private long arrived;
    }

    private final int most;
    private @Nullable Entry[] ring = new @Nullable Entry[FEWEST];
    private Block filling = new Block();
    private long first;
    private long end;

    /** What is older was forgotten and does not come again. */
    private long floor;

    private long bytes;

    /**
     * An empty store.
     *
     * @param most numbers that it spans, a power of two from 64 on; older ones are forgotten
     */
    public PacketStore(int most) {
        if (most < FEWEST || Integer.bitCount(most) != 1) {
            throw new IllegalArgumentException("not a power of two from 64 on: " + most);
        }
        this.most = most;
    }

    /**
     * Copies a packet; one that is older than all, or there already, is left alone.
     *
     * @param content bits that whoever asks finds again
     */
    public void add(long number, Buffer packet, int content, long nowNanos) {
        if (packet.length() > BLOCK_BYTES || !admit(number)) {
            return;
        }
        Entry entry = take(number, nowNanos);
        if (filling.end + packet.length() > BLOCK_BYTES) {
            filling = new Block();
        }
        entry.block = filling;
        entry.offset = filling.end;
        entry.length = packet.length();
        entry.content = content;
        entry.timestamp = Rtp.timestamp(packet);
        entry.marker = Rtp.marker(packet);
        System.arraycopy(
                packet.getBuffer(), packet.getOffset(), filling.bytes, filling.end, entry.length);
        filling.end += entry.length;
        bytes += packet.length();
    }

    /** This number carries nothing, and is not waited for. */
    public void skip(long number, long nowNanos) {
        if (admit(number)) {
            take(number, nowNanos);
        }
    }

    private Entry take(long number, long nowNanos) {
        Entry entry = ring[slot(number)];
        if (entry == null) {
            entry = new Entry();
            ring[slot(number)] = entry;
        }
        forget(entry);
        entry.number = number;
        entry.arrived = nowNanos;
        return entry;
    }

    private void forget(Entry entry) {
        bytes -= entry.length;
        entry.block = null;
        entry.length = 0;
        entry.content = 0;
        entry.number = -1;
    }

    /** Whether there is a place for the number: it is not older than all, and new. */
    private boolean admit(long number) {
        if (isEmpty()) {
            first = Math.max(floor, number);
            end = first;
        }
        if (number < floor || end - number > most || contains(number)) {
            return false;
        }
        if (number - end >= most) {
            clear();
            first = number;
            end = number;
        }
        dropBefore(number + 1 - most);
        first = Math.min(first, number);
        end = Math.max(end, number + 1);
        grow();
        return true;
    }

    private void grow() {
        if (end - first > ring.length) {
            @Nullable Entry[] old = ring;
            int wanted = Integer.highestOneBit((int) (end - first - 1)) << 1;
            ring = new @Nullable Entry[wanted];
            for (Entry entry : old) {
                if (entry != null && entry.number >= first) {
                    ring[slot(entry.number)] = entry;
                }
            }
        }
    }

    private int slot(long number) {
        return (int) (number & ring.length - 1);
    }

    private @Nullable Entry find(long number) {
        if (number < first || number >= end) {
            return null;
        }
        Entry entry = ring[slot(number)];
        return entry != null && entry.number == number ? entry : null;
    }

    private Entry known(long number) {
        Entry entry = find(number);
        if (entry == null) {
            throw new IllegalArgumentException("not kept: " + number);
        }
        return entry;
    }

    /** Whether it came, be it empty. */
    public boolean contains(long number) {
        return find(number) != null;
    }

    /** A lent copy of the packet; null when it is not here, or carries nothing. */
    public @Nullable Buffer copy(long number, BufferPool pool) {
        Entry entry = find(number);
        Block block = entry == null ? null : entry.block;
        if (entry == null || block == null) {
            return null;
        }
        Buffer copy = pool.lend(entry.length);
        copy.put(0, block.bytes, entry.offset, entry.length);
        return copy;
    }

    /** Whether a number that came carries nothing. */
    public boolean isSkipped(long number) {
        return known(number).block == null;
    }

    /** The bits that came with the packet. */
    public int content(long number) {
        return known(number).content;
    }

    /** When it came. */
    public long arrived(long number) {
        return known(number).arrived;
    }

    /** Bytes of the packet, 0 when it carries nothing. */
    public int length(long number) {
        return known(number).length;
    }

    /** RTP timestamp of the packet as it came. */
    public int timestamp(long number) {
        return known(number).timestamp;
    }

    /** Marker bit of the packet as it came. */
    public boolean marker(long number) {
        return known(number).marker;
    }

    /** Forgets what is older. */
    public void dropBefore(long number) {
        long to = Math.min(number, end);
        for (; first < to; first++) {
            Entry entry = find(first);
            if (entry != null) {
                forget(entry);
            }
        }
        floor = Math.max(floor, number);
    }

    /** Forgets everything, and gives the room back. */
    public void clear() {
        ring = new @Nullable Entry[FEWEST];
        filling = new Block();
        first = end;
        floor = 0;
        bytes = 0;
    }

    public boolean isEmpty() {
        return first == end;
    }

    /** The oldest number that may be here. */
    public long first() {
        return first;
    }

    /** The number behind the newest. */
    public long end() {
        return end;
    }

    /** Bytes of the packets that are here. */
    public long bytes() {
        return bytes;
    }
}
