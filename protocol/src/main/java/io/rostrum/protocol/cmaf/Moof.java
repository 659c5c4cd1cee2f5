package io.rostrum.protocol.cmaf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What a moof says: runs of samples and where their bytes lie in the mdat that follows. */
final class Moof {
    private static final int MAX_SAMPLES = 10_000;

    /** ISO/IEC 14496-12 section 8.8.3.1: sample_is_non_sync_sample. */
    private static final long NON_SYNC = 0x10000;

    private record Entry(int track, long time, long duration, boolean key, long at, int size) {}

    private final List<Entry> entries = new ArrayList<>();
    private final int moofSize;
    private final int largest;

    private Moof(int moofSize, int largest) {
        this.moofSize = moofSize;
        this.largest = largest;
    }

    /**
     * Reads the content of a moof.
     *
     * @param moofSize with its header
     * @param largest size of a sample
     */
    static Moof read(BoxReader content, int moofSize, int largest) throws CmafException {
        Moof moof = new Moof(moofSize, largest);
        for (int at = 0; at < content.length(); ) {
            BoxReader.Child child = content.child(at);
            if (child.box().type().equals("traf")) {
                moof.traf(child.box());
            }
            at = child.next();
        }
        if (moof.entries.isEmpty()) {
            throw new CmafException("moof has no sample");
        }
        return moof;
    }

    /** Hands out the samples. The array is the whole mdat box, its header included. */
    void samples(byte[] mdat, int header, Consumer<Sample> out) throws CmafException {
        long sum = 0; // samples that share bytes would be a way to make us copy without end
        for (Entry entry : entries) {
            long from = entry.at - moofSize;
            sum += entry.size;
            if (from < header || from + entry.size > mdat.length || sum > mdat.length) {
                throw new CmafException("a sample lies outside of its mdat");
            }
        }
        for (Entry entry : entries) {
            int from = (int) (entry.at - moofSize);
            byte[] data = Arrays.copyOfRange(mdat, from, from + entry.size);
            out.accept(new Sample(entry.track, entry.time, entry.duration, entry.key, data));
        }
    }

    /** The fields of tfhd (section 8.8.7). */
    private record Defaults(int track, long duration, long size, long flags) {
        static Defaults read(BoxReader tfhd) throws CmafException {
            int flags = tfhd.flags();
            long track = tfhd.u32(4);
            if (track < 1 || track > Integer.MAX_VALUE || (flags & 0x1) != 0) {
                throw new CmafException("tfhd: track " + track + " or an absolute data offset");
            }
            int at = 8 + ((flags & 0x2) != 0 ? 4 : 0);
            long[] values = new long[3];
            for (int i = 0; i < 3; i++) {
                if ((flags & 0x8 << i) != 0) {
                    values[i] = tfhd.u32(at);
                    at += 4;
                }
            }
            return new Defaults((int) track, values[0], values[1], values[2]);
        }
    }

    private void traf(BoxReader traf) throws CmafException {
        Defaults defaults = Defaults.read(traf.first("tfhd", 0));
        BoxReader tfdt = traf.first("tfdt", 0);
        long time = tfdt.u8(0) == 1 ? tfdt.u64(4) : tfdt.u32(4);
        long offset = moofSize + 8L;
        for (int at = 0; at < traf.length(); ) {
            BoxReader.Child child = traf.child(at);
            if (child.box().type().equals("trun")) {
                Cursor end = trun(child.box(), defaults, new Cursor(time, offset));
                time = end.time;
                offset = end.offset;
            }
            at = child.next();
        }
    }

    private record Cursor(long time, long offset) {}

    /** Section 8.8.8. */
    private Cursor trun(BoxReader trun, Defaults defaults, Cursor from) throws CmafException {
        int flags = trun.flags();
        long count = trun.u32(4);
        if (count > MAX_SAMPLES - entries.size()) {
            throw new CmafException("more than " + MAX_SAMPLES + " samples in a fragment");
        }
        int at = 8;
        long time = from.time;
        long offset = from.offset;
        if ((flags & 0x1) != 0) {
            offset = (int) trun.u32(at);
            at += 4;
        }
        long firstFlags = defaults.flags;
        if ((flags & 0x4) != 0) {
            firstFlags = trun.u32(at);
            at += 4;
        }
        for (int i = 0; i < count; i++) {
            long duration = defaults.duration;
            long size = defaults.size;
            long sampleFlags = i == 0 ? firstFlags : defaults.flags;
            if ((flags & 0x100) != 0) {
                duration = trun.u32(at);
                at += 4;
            }
            if ((flags & 0x200) != 0) {
                size = trun.u32(at);
                at += 4;
            }
            if ((flags & 0x400) != 0) {
                sampleFlags = trun.u32(at);
                at += 4;
            }
            at += (flags & 0x800) != 0 ? 4 : 0;
            check(time, size);
            boolean key = (sampleFlags & NON_SYNC) == 0;
            entries.add(new Entry(defaults.track, time, duration, key, offset, (int) size));
            time += duration;
            offset += size;
        }
        return new Cursor(time, offset);
    }

    private void check(long time, long size) throws CmafException {
        if (time < 0 || time > Sample.MAX_TIME) {
            throw new CmafException("decode time out of range: " + Long.toUnsignedString(time));
        }
        if (size > largest) {
            throw new CmafException("a sample of " + size + " bytes");
        }
    }
}
