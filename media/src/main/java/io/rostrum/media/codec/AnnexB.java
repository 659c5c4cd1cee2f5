package io.rostrum.media.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The byte stream format of H.264 (ITU-T H.264 annex B): NAL units between start codes. */
public final class AnnexB {
    private static final byte[] START = {0, 0, 0, 1};

    private AnnexB() {}

    /** The NAL units without start codes and without trailing zeros; empty ones are left out. */
    public static List<byte[]> split(byte[] stream) {
        List<byte[]> units = new ArrayList<>();
        int start = afterStartCode(stream, 0);
        while (start >= 0) {
            int next = afterStartCode(stream, start);
            int end = next < 0 ? stream.length : next - 3;
            while (end > start && stream[end - 1] == 0) {
                end--;
            }
            if (end > start) {
                units.add(Arrays.copyOfRange(stream, start, end));
            }
            start = next;
        }
        return units;
    }

    /** Puts a start code of four bytes before each NAL unit. */
    public static byte[] join(List<byte[]> units) {
        int size = 0;
        for (byte[] unit : units) {
            size += START.length + unit.length;
        }
        byte[] stream = new byte[size];
        int at = 0;
        for (byte[] unit : units) {
            System.arraycopy(START, 0, stream, at, START.length);
            System.arraycopy(unit, 0, stream, at + START.length, unit.length);
            at += START.length + unit.length;
        }
        return stream;
    }

    private static int afterStartCode(byte[] stream, int from) {
        for (int i = from; i + 3 <= stream.length; i++) {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                return i + 3;
            }
        }
        return -1;
    }
}
