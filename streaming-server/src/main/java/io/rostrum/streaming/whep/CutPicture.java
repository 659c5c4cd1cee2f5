package io.rostrum.streaming.whep;

import io.rostrum.media.video.H264Payloads;
import io.rostrum.protocol.cmaf.Sample;
import java.util.Arrays;

/** A picture as RTP payloads, cut once for all viewers; read by each in his own packets. */
final class CutPicture {
    /** Payloads of an ordinary picture, and the bytes that they have more than it. */
    private static final int ROOM = 16;

    private final long time;
    private final boolean key;
    private byte[] bytes;
    private int[] ends = new int[ROOM];
    private int count;

    private CutPicture(Sample sample) {
        time = sample.decodeTime();
        key = sample.key();
        bytes = new byte[sample.data().length + ROOM];
    }

    static CutPicture of(Sample sample, H264Payloads payloads) {
        CutPicture cut = new CutPicture(sample);
        payloads.cut(sample.data(), (payload, length, last) -> cut.add(payload, length));
        return cut;
    }

    private void add(byte[] payload, int length) {
        int from = size();
        if (from + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(from + length, 2 * bytes.length));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        System.arraycopy(payload, 0, bytes, from, length);
        ends[count++] = from + length;
    }

    /** Takes the payloads in their order. */
    @FunctionalInterface
    interface Out {
        /**
         * @param last the marker bit: nothing more of the picture follows
         */
        void payload(byte[] bytes, int from, int length, boolean last);
    }

    void each(Out out) {
        int from = 0;
        for (int i = 0; i < count; i++) {
            out.payload(bytes, from, ends[i] - from, i == count - 1);
            from = ends[i];
        }
    }

    /** How many payloads. */
    int count() {
        return count;
    }

    /** Where a payload begins in {@link #bytes}. */
    int from(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Where it ends. */
    int end(int index) {
        return ends[index];
    }

    /** The payloads one behind the other; only to be read. */
    byte[] bytes() {
        return bytes;
    }

    /** Of all payloads together. */
    int size() {
        return count == 0 ? 0 : ends[count - 1];
    }

    /** Of the program's picture track. */
    long time() {
        return time;
    }

    boolean key() {
        return key;
    }
}
