package io.rostrum.streaming.packager;

import io.rostrum.protocol.cmaf.Sample;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What an MP4 tells of one track's samples: when, how large, where. Grows sample by sample. */
final class SampleTable {
    private long[] times = new long[1024];
    private long[] offsets = new long[1024];
    private int[] sizes = new int[1024];
    private boolean[] keys = new boolean[1024];
    private int count;
    private long lastDuration;

    void add(Sample sample, long offset) {
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
            offsets = Arrays.copyOf(offsets, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
            keys = Arrays.copyOf(keys, count * 2);
        }
        times[count] = sample.decodeTime();
        offsets[count] = offset;
        sizes[count] = sample.data().length;
        keys[count++] = sample.key();
        lastDuration = Math.max(1, sample.duration());
    }

    int count() {
        return count;
    }

    long start() {
        return count == 0 ? 0 : times[0];
    }

    /** From the first sample's start to the last one's end. */
    long duration() {
        return count == 0 ? 0 : times[count - 1] + lastDuration - times[0];
    }

    private int length(int i) {
        return (int) (i + 1 == count ? lastDuration : times[i + 1] - times[i]);
    }

    /** Everything of stbl but stsd. */
    byte[] boxes(boolean picture, long shift) {
        byte[][] all = {stts(), picture ? stss() : new byte[0], stsc(), stsz(), co64(shift)};
        ByteBuffer out = ByteBuffer.allocate(Arrays.stream(all).mapToInt(b -> b.length).sum());
        for (byte[] box : all) {
            out.put(box);
        }
        return out.array();
    }

    private byte[] stts() {
        ByteBuffer runs = ByteBuffer.allocate(4 + 8 * count).putInt(0);
        int entries = 0;
        for (int i = 0; i < count; ) {
            int from = i;
            while (i < count && length(i) == length(from)) {
                i++;
            }
            runs.putInt(i - from).putInt(length(from));
            entries++;
        }
        runs.putInt(0, entries);
        return Boxes.fullBox("stts", 0, 0, Arrays.copyOf(runs.array(), runs.position()));
    }

    private byte[] stss() {
        ByteBuffer numbers = ByteBuffer.allocate(4 + 4 * count).putInt(0);
        for (int i = 0; i < count; i++) {
            if (keys[i]) {
                numbers.putInt(i + 1);
            }
        }
        numbers.putInt(0, numbers.position() / 4 - 1);
        return Boxes.fullBox("stss", 0, 0, Arrays.copyOf(numbers.array(), numbers.position()));
    }

    /** One sample in each chunk: between any two lies the header of the samples file. */
    private byte[] stsc() {
        ByteBuffer out = ByteBuffer.allocate(16).putInt(1).putInt(1).putInt(1).putInt(1);
        return Boxes.fullBox("stsc", 0, 0, out.array());
    }

    private byte[] stsz() {
        ByteBuffer out = ByteBuffer.allocate(8 + 4 * count).putInt(0).putInt(count);
        for (int i = 0; i < count; i++) {
            out.putInt(sizes[i]);
        }
        return Boxes.fullBox("stsz", 0, 0, out.array());
    }

    private byte[] co64(long shift) {
        ByteBuffer out = ByteBuffer.allocate(4 + 8 * count).putInt(count);
        for (int i = 0; i < count; i++) {
            out.putLong(offsets[i] + shift);
        }
        return Boxes.fullBox("co64", 0, 0, out.array());
    }
}
