package io.rostrum.streaming.whep;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.Memory;
import io.rostrum.media.time.SequenceNumber;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer was sent in the last second: which pictures, and under which numbers. The bytes
 * are those of the row, which all its viewers share.
 */
final class SentPictures implements Memory {
    private static final long KEPT_NANOS = 1_000_000_000L;

    /** A second of ordinary pictures; it grows for who is given a group at once. */
    private static final int ROOM = 64;

    /** Packets of more pictures than this are not repeated, however young. */
    private static final int MOST = 1024;

    private final BufferPool pool;
    private final int payloadType;
    private @Nullable CutPicture[] pictures = new @Nullable CutPicture[ROOM];
    private long[] firsts = new long[ROOM];
    private int[] timestamps = new int[ROOM];
    private long[] sentAt = new long[ROOM];
    private int head;
    private int count;

    /** The number behind the last packet. */
    private long next;

    SentPictures(BufferPool pool, int payloadType) {
        this.pool = pool;
        this.payloadType = payloadType;
    }

    /** Notes a picture whose packets go under numbers from this one on, without a gap. */
    void add(CutPicture picture, int firstSequence, int timestamp, long nowNanos) {
        expire(nowNanos);
        if (count == pictures.length) {
            makeRoom();
        }
        next = count == 0 ? (1L << 16) + firstSequence : next;
        int slot = (head + count) % pictures.length;
        pictures[slot] = picture;
        firsts[slot] = next;
        timestamps[slot] = timestamp;
        sentAt[slot] = nowNanos;
        count++;
        next += picture.count();
    }

    private void makeRoom() {
        if (pictures.length == MOST) {
            removeOldest();
            return;
        }
        @Nullable CutPicture[] oldPictures = pictures;
        long[] oldFirsts = firsts;
        int[] oldTimestamps = timestamps;
        long[] oldSentAt = sentAt;
        int room = 2 * count;
        pictures = new @Nullable CutPicture[room];
        firsts = new long[room];
        timestamps = new int[room];
        sentAt = new long[room];
        for (int i = 0; i < count; i++) {
            int from = (head + i) % count;
            pictures[i] = oldPictures[from];
            firsts[i] = oldFirsts[from];
            timestamps[i] = oldTimestamps[from];
            sentAt[i] = oldSentAt[from];
        }
        head = 0;
    }

    private void removeOldest() {
        pictures[head] = null;
        head = (head + 1) % pictures.length;
        count--;
    }

    /** Lets go of what is too old. */
    void expire(long nowNanos) {
        while (count > 0 && nowNanos - sentAt[head] >= KEPT_NANOS) {
            removeOldest();
        }
    }

    void clear() {
        Arrays.fill(pictures, null);
        count = 0;
    }

    @Override
    public @Nullable Buffer recall(int sequence, long nowNanos) {
        expire(nowNanos);
        long number = next + SequenceNumber.distance((int) next & 0xFFFF, sequence);
        if (count == 0 || number >= next || number < firsts[head]) {
            return null;
        }
        int slot = slotOf(number);
        CutPicture picture = pictures[slot];
        return picture == null
                ? null
                : packet(picture, (int) (number - firsts[slot]), slot, sequence);
    }

    /** Where the picture is that this number belongs to; wants one. */
    private int slotOf(long number) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firsts[(head + middle) % pictures.length] <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return (head + low) % pictures.length;
    }

    private Buffer packet(CutPicture picture, int index, int slot, int sequence) {
        int from = picture.from(index);
        int length = picture.end(index) - from;
        Buffer packet = pool.lend(Rtp.FIXED_HEADER + length);
        Rtp.write(packet, payloadType, sequence, timestamps[slot], 0);
        Rtp.marker(packet, index == picture.count() - 1);
        packet.put(Rtp.FIXED_HEADER, picture.bytes(), from, length);
        return packet;
    }
}
