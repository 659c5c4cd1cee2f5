package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.time.SequenceUnwrapper;
import org.jspecify.annotations.Nullable;

/**
 * The latest packets of one source, in clear, kept once for all who may want them again.
 *
 * <p>It keeps the last second, and everything since the latest key frame that was marked, as far as
 * packets and bytes go; an old key frame stays a second longer, for those who were given it late.
 * When room ends the oldest go, whatever they are. Confined to the thread of the source.
 */
public final class PacketStore {
    /**
     * How much is kept.
     *
     * @param packets at most; a power of two, below half a cycle of sequence numbers
     * @param bytes at most
     * @param nanos at least, as far as the other two allow
     */
    public record Limits(int packets, int bytes, long nanos) {
        /** 25 s at 2.5 Mbit/s, 8 s at 8 Mbit/s. */
        public static final Limits PICTURE = new Limits(8192, 8 << 20, 1_000_000_000L);

        /** Next to nothing: for a source whose packets nobody wants again. */
        public static final Limits LEAST = new Limits(1, BufferPool.DATAGRAM, 0);

        public Limits {
            if (Integer.bitCount(packets) != 1
                    || packets >= 1 << 15
                    || bytes < BufferPool.DATAGRAM) {
                throw new IllegalArgumentException("not limits of a store");
            }
        }
    }

    /** Takes what is told in the order of the source's numbers. */
    public interface Reader {
        /** The copy is lent for the time of the call. */
        void onPacket(Buffer packet);

        /** The number carried nothing. */
        void onSkipped(int sequence);
    }

    private static final long NONE = -1;
    private static final Buffer NOTHING = Buffer.wrap(new byte[0]);

    private final Limits limits;
    private final StoredBytes bytes;
    private final StoredIndex index;
    private SequenceUnwrapper unwrapper = new SequenceUnwrapper();
    private long mark = NONE;
    private long oldMark = NONE;
    private long markedAt;
    private int markTimestamp;

    public PacketStore(Limits limits) {
        this.limits = limits;
        bytes = new StoredBytes(limits.bytes());
        index = new StoredIndex(limits.packets());
    }

    /** Copies a valid packet, unless its number is there already. */
    public void keep(Buffer packet, long nowNanos) {
        keep(Rtp.sequence(packet), packet, nowNanos);
    }

    /** Notes that this number carries nothing, so that nobody waits for it. */
    public void skip(int sequence, long nowNanos) {
        keep(sequence, NOTHING, nowNanos);
    }

    private void keep(int sequence, Buffer packet, long nowNanos) {
        expire(nowNanos);
        long number = unwrapper.unwrap(sequence);
        if (index.find(number) >= 0
                || unwrapper.highest() - number >= limits.packets()
                || packet.length() > BufferPool.DATAGRAM) {
            return;
        }
        while (!index.hasRoomFor(number)) {
            if (!index.grow()) {
                dropOldest();
            }
        }
        int at = place(packet.length());
        bytes.write(at, packet);
        index.add(number, at, packet.length(), nowNanos);
    }

    private int place(int length) {
        int at = bytes.place(length, index);
        while (at < 0) {
            if (!bytes.grow(index)) {
                dropOldest();
            }
            at = bytes.place(length, index);
        }
        return at;
    }

    /** A key frame begins with this packet, or with an earlier one of the same timestamp. */
    public void mark(Buffer packet, long nowNanos) {
        long number = unwrapper.peek(Rtp.sequence(packet));
        int timestamp = Rtp.timestamp(packet);
        if (mark != NONE && timestamp == markTimestamp) {
            mark = Math.min(mark, number);
        } else if (mark == NONE || RtpClock.later(timestamp, markTimestamp)) {
            oldMark = mark;
            mark = number;
            markTimestamp = timestamp;
            markedAt = nowNanos;
        }
    }

    /** Whether everything from the start of the latest key frame is still there. */
    public boolean hasKeyFrame() {
        return mark != NONE;
    }

    /** Tells everything since the start of the latest key frame; nothing without one. */
    public void sinceKeyFrame(BufferPool pool, Reader reader) {
        if (mark == NONE) {
            return;
        }
        long last = unwrapper.highest();
        for (long number = mark; number <= last; number++) {
            int slot = index.find(number);
            if (slot >= 0 && index.length(slot) == 0) {
                reader.onSkipped((int) number & 0xFFFF);
            } else if (slot >= 0) {
                Buffer copy = bytes.copy(index.offset(slot), index.length(slot), pool);
                reader.onPacket(copy);
                copy.release();
            }
        }
    }

    /** A lent copy of the packet of this number as it was kept, or null when it is not there. */
    public @Nullable Buffer copy(int sequence, BufferPool pool) {
        int slot = index.find(unwrapper.peek(sequence));
        return slot < 0 || index.length(slot) == 0
                ? null
                : bytes.copy(index.offset(slot), index.length(slot), pool);
    }

    /** Forgets what is too old; called now and then while nothing comes. */
    public void expire(long nowNanos) {
        long floor = floor(nowNanos);
        while (index.count() > 0
                && index.number(index.oldest()) < floor
                && nowNanos - index.keptAt(index.oldest()) >= limits.nanos()) {
            index.removeOldest();
        }
    }

    /** From here on age does not matter. */
    private long floor(long nowNanos) {
        if (mark == NONE) {
            return Long.MAX_VALUE;
        }
        return oldMark != NONE && nowNanos - markedAt < limits.nanos() ? oldMark : mark;
    }

    private void dropOldest() {
        long number = index.number(index.oldest());
        index.removeOldest();
        if (number >= mark) {
            mark = NONE;
            oldMark = NONE;
        }
    }

    /** The source begins anew: nothing of the past is his. */
    public void clear() {
        unwrapper = new SequenceUnwrapper();
        index.clear();
        mark = NONE;
        oldMark = NONE;
    }

    /** How many packets are kept, with those that carry nothing. */
    public int packets() {
        return index.count();
    }

    /** Bytes of memory that packets take now, used or not. */
    public int footprint() {
        return bytes.capacity();
    }
}
