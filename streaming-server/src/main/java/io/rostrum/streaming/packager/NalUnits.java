package io.rostrum.streaming.packager;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** NAL units behind lengths of four bytes, as in the samples of a feed. */
public final class NalUnits {
    private static final int TYPE = 0x1F;
    private static final int SPS = 7;

    private NalUnits() {}

    /**
     * The units of an access unit, without their lengths.
     *
     * @throws IllegalArgumentException where one is cut
     */
    public static List<byte[]> split(byte[] accessUnit) {
        List<byte[]> units = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(accessUnit);
        while (in.hasRemaining()) {
            int length = in.remaining() < 4 ? -1 : in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("a NAL unit is cut");
            }
            byte[] unit = new byte[length];
            in.get(unit);
            units.add(unit);
        }
        return units;
    }

    /** Puts its length before each unit. */
    public static byte[] join(List<byte[]> units) {
        ByteBuffer out =
                ByteBuffer.allocate(units.stream().mapToInt(unit -> 4 + unit.length).sum());
        units.forEach(unit -> out.putInt(unit.length).put(unit));
        return out.array();
    }

    /** The sequence parameter sets among them (H.264 section 7.4.1). */
    static List<byte[]> parameterSets(byte[] accessUnit) {
        try {
            return split(accessUnit).stream()
                    .filter(unit -> unit.length >= 4 && (unit[0] & TYPE) == SPS)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
