package io.rostrum.center.program;

import java.util.List;

/** The smallest access units that look like H.264. */
final class H264 {
    private static final byte[] SPS = {0x67, 0x42, (byte) 0xC0, 0x1F, 1};
    private static final byte[] PPS = {0x68, 1, 2};

    private H264() {}

    /** A key frame whose last byte tells it from others. */
    static byte[] key(int id) {
        return Avc.join(List.of(new byte[] {9, 1}, SPS, PPS, new byte[] {0x65, (byte) id}));
    }

    static byte[] bareIdr(int id) {
        return Avc.join(List.of(new byte[] {0x65, (byte) id}));
    }

    static byte[] delta(int id) {
        return Avc.join(List.of(new byte[] {0x41, (byte) id}));
    }
}
