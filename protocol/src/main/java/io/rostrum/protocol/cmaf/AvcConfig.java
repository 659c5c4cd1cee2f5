package io.rostrum.protocol.cmaf;

import java.util.List;
import java.util.Locale;

/** Parameter sets of an H.264 stream, as in its avcC box (ISO/IEC 14496-15 section 5.3.3.1). */
public record AvcConfig(List<byte[]> sps, List<byte[]> pps) {
    public AvcConfig {
        if (sps.isEmpty() || pps.isEmpty() || sps.size() > 31 || pps.size() > 255) {
            throw new IllegalArgumentException("needs at least one SPS and one PPS");
        }
        for (byte[] set : sps) {
            if (set.length < 4 || set.length > 0xFFFF) {
                throw new IllegalArgumentException("SPS of " + set.length + " bytes");
            }
        }
        for (byte[] set : pps) {
            if (set.length < 1 || set.length > 0xFFFF) {
                throw new IllegalArgumentException("PPS of " + set.length + " bytes");
            }
        }
        sps = List.copyOf(sps);
        pps = List.copyOf(pps);
    }

    public static AvcConfig of(byte[] sps, byte[] pps) {
        return new AvcConfig(List.of(sps), List.of(pps));
    }

    /** Profile, constraints and level in hexadecimal, as behind the dot of {@code avc3.42e01f}. */
    public String profile() {
        byte[] set = sps.get(0);
        return String.format(
                Locale.ROOT, "%02x%02x%02x", set[1] & 0xFF, set[2] & 0xFF, set[3] & 0xFF);
    }

    void write(BoxWriter out) {
        byte[] first = sps.get(0);
        int box = out.start("avcC");
        out.u8(1).u8(first[1]).u8(first[2]).u8(first[3]);
        out.u8(0xFC | 3); // 4-byte lengths
        out.u8(0xE0 | sps.size());
        sps.forEach(set -> out.u16(set.length).bytes(set));
        out.u8(pps.size());
        pps.forEach(set -> out.u16(set.length).bytes(set));
        if (hasChroma(first[1] & 0xFF)) {
            out.u8(0xFC | 1).u8(0xF8).u8(0xF8).u8(0); // 4:2:0, 8 bits: what WebRTC sends
        }
        out.end(box);
    }

    private static boolean hasChroma(int profile) {
        return profile == 100 || profile == 110 || profile == 122 || profile == 144;
    }

    static AvcConfig read(BoxReader box) throws CmafException {
        int at = 4;
        if ((box.u8(at++) & 3) != 3) {
            throw new CmafException("avcC: lengths are not of 4 bytes");
        }
        int spsCount = box.u8(at++) & 0x1F;
        byte[][] sps = new byte[spsCount][];
        for (int i = 0; i < spsCount; i++) {
            sps[i] = box.bytes(at + 2, box.u16(at));
            at += 2 + sps[i].length;
        }
        int ppsCount = box.u8(at++);
        byte[][] pps = new byte[ppsCount][];
        for (int i = 0; i < ppsCount; i++) {
            pps[i] = box.bytes(at + 2, box.u16(at));
            at += 2 + pps[i].length;
        }
        try {
            return new AvcConfig(List.of(sps), List.of(pps));
        } catch (IllegalArgumentException e) {
            throw new CmafException("avcC: " + e.getMessage());
        }
    }
}
