package io.rostrum.center.program;

import io.rostrum.protocol.cmaf.AvcConfig;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the access units of one source into the shape of the feed and remembers its parameter
 * sets.
 *
 * <p>NAL unit types: ITU-T H.264 table 7-1.
 */
final class Avc {
    private static final int IDR = 5;
    private static final int SPS = 7;
    private static final int PPS = 8;
    private static final int DELIMITER = 9;
    private static final int FILLER = 12;
    private static final int HEADER = 4;

    private List<byte[]> sps = List.of();
    private List<byte[]> pps = List.of();
    private @Nullable AvcConfig config;

    /** A picture as the feed wants it: no delimiter, parameter sets before an IDR. */
    @SuppressWarnings("ArrayRecordComponent") // payload on the media path
    record Unit(boolean key, byte[] data) {}

    /** The parameter sets of the last key frame; null before the first. */
    @Nullable AvcConfig config() {
        return config;
    }

    /**
     * @param data NAL units with 4-byte lengths
     * @return null for what is no picture: malformed, empty, or a key frame without parameter sets
     */
    @Nullable Unit unit(byte[] data) {
        List<byte[]> units = split(data);
        if (units.isEmpty()) {
            return null;
        }
        List<byte[]> newSps = ofType(units, SPS);
        List<byte[]> newPps = ofType(units, PPS);
        sps = newSps.isEmpty() ? sps : newSps;
        pps = newPps.isEmpty() ? pps : newPps;
        units.removeIf(Avc::superfluous);
        boolean key = units.stream().anyMatch(unit -> type(unit) == IDR);
        if (units.isEmpty() || key && !configure()) {
            return null;
        }
        if (key) {
            units.addAll(0, pps);
            units.addAll(0, sps);
        }
        return new Unit(key, join(units));
    }

    private boolean configure() {
        if (sps.isEmpty() || pps.isEmpty() || sps.getFirst().length < 4) {
            return false;
        }
        config = new AvcConfig(sps, pps);
        return true;
    }

    /** Parameter sets stand before IDRs only, and are put there by us. */
    private static boolean superfluous(byte[] unit) {
        int type = type(unit);
        return type == SPS || type == PPS || type == DELIMITER || type == FILLER;
    }

    private static List<byte[]> ofType(List<byte[]> units, int type) {
        return units.stream().filter(unit -> type(unit) == type).toList();
    }

    private static int type(byte[] unit) {
        return unit[0] & 0x1F;
    }

    private static List<byte[]> split(byte[] data) {
        List<byte[]> units = new ArrayList<>();
        int at = 0;
        while (at + HEADER < data.length) {
            int size =
                    (data[at] & 0xFF) << 24
                            | (data[at + 1] & 0xFF) << 16
                            | (data[at + 2] & 0xFF) << 8
                            | data[at + 3] & 0xFF;
            if (size < 1 || size > data.length - at - HEADER) {
                return new ArrayList<>();
            }
            byte[] unit = new byte[size];
            System.arraycopy(data, at + HEADER, unit, 0, size);
            units.add(unit);
            at += HEADER + size;
        }
        return units;
    }

    /** NAL units with 4-byte lengths. */
    static byte[] join(List<byte[]> units) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] unit : units) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write(unit.length >> shift);
            }
            out.writeBytes(unit);
        }
        return out.toByteArray();
    }
}
