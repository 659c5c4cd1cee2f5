package io.rostrum.streaming.timeline;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.ObjLongConsumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** How samples lie in the samples file: a header of 24 bytes, then the data. */
final class Records {
    /** size u32, track u8, key u8, form u16, time u64, duration u32, CRC-32C u32 of all else. */
    static final int HEADER = 24;

    /** Records of form 0 had no checksum, and are read still. */
    private static final int OLD_HEADER = 20;

    private static final int CHECKED = 1;
    private static final int FORM_AT = 6;
    private static final int CHECKSUM_AT = 20;

    /** No frame of sound is longer. */
    private static final int LONGEST_SOUND = 4096;

    private Records() {}

    static int size(Sample sample) {
        return HEADER + sample.data().length;
    }

    static void write(ByteBuffer out, Sample sample) {
        int at = out.position();
        out.putInt(sample.data().length).put((byte) sample.track());
        out.put((byte) (sample.key() ? 1 : 0)).putShort((short) CHECKED);
        out.putLong(sample.decodeTime()).putInt((int) sample.duration());
        out.putInt(0).put(sample.data());
        out.putInt(at + CHECKSUM_AT, checksum(out, at, sample.data().length));
    }

    private static int checksum(ByteBuffer bytes, int at, int size) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().limit(at + CHECKSUM_AT).position(at));
        crc.update(bytes.duplicate().limit(at + HEADER + size).position(at + HEADER));
        return (int) crc.getValue();
    }

    /**
     * Reads every sample of a segment whose bytes are as they were written.
     *
     * @param out is given each sample and the offset of its data from the buffer's start
     * @return whether it is made of samples to its end
     */
    static boolean read(ByteBuffer in, ObjLongConsumer<Sample> out) {
        int at = 0;
        while (at < in.limit()) {
            Sample sample = sample(in, at);
            if (sample == null) {
                return false;
            }
            int data = at + header(in, at);
            out.accept(sample, data);
            at = data + sample.data().length;
        }
        return true;
    }

    /**
     * Reads what is left of a segment that was damaged: what has its checksum. Pictures that need
     * one that was lost are left out, up to the next key frame.
     */
    static void salvage(ByteBuffer in, ObjLongConsumer<Sample> out) {
        if (intact(in, 0) < 0) {
            read(in, out); // of form 0, or nothing at all
            return;
        }
        boolean torn = false;
        for (int at = 0; at >= 0 && at < in.limit(); ) {
            if (!checks(in, at)) {
                int next = intact(in, at + 1);
                torn |= !soundAlone(in, at, next);
                at = next;
                continue;
            }
            Sample sample = Objects.requireNonNull(sample(in, at));
            boolean picture = sample.track() == FeedTracks.VIDEO;
            torn &= !(picture && sample.key());
            if (!picture || !torn) {
                out.accept(sample, at + HEADER);
            }
            at += size(sample);
        }
    }

    /** The first record from there on that is as it was written; -1 for none. */
    private static int intact(ByteBuffer in, int from) {
        for (int at = from; at + HEADER <= in.limit(); at++) {
            if (checks(in, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean checks(ByteBuffer in, int at) {
        return fits(in, at)
                && in.getShort(at + FORM_AT) == CHECKED
                && checksum(in, at, in.getInt(at)) == in.getInt(at + CHECKSUM_AT);
    }

    /** Whether what lies between was one frame of sound, by its length. */
    private static boolean soundAlone(ByteBuffer in, int at, int next) {
        return fits(in, at)
                && in.get(at + 4) != FeedTracks.VIDEO
                && in.getInt(at) <= LONGEST_SOUND
                && at + HEADER + in.getInt(at) == (next < 0 ? in.limit() : next);
    }

    private static int header(ByteBuffer in, int at) {
        return in.getShort(at + FORM_AT) == CHECKED ? HEADER : OLD_HEADER;
    }

    private static boolean fits(ByteBuffer in, int at) {
        if (at + OLD_HEADER > in.limit()) {
            return false;
        }
        int size = in.getInt(at);
        return size >= 0 && size <= in.limit() - at - header(in, at) && in.get(at + 4) >= 1;
    }

    private static @Nullable Sample sample(ByteBuffer in, int at) {
        if (!fits(in, at)) {
            return null;
        }
        byte[] data = new byte[in.getInt(at)];
        in.get(at + header(in, at), data);
        return new Sample(
                in.get(at + 4),
                in.getLong(at + 8),
                Integer.toUnsignedLong(in.getInt(at + 16)),
                in.get(at + 5) == 1,
                data);
    }
}
