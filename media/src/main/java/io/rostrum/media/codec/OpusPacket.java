package io.rostrum.media.codec;

/**
 * What an Opus packet says about itself without being decoded (RFC 6716 section 3).
 *
 * <p>Anything malformed gives a negative result.
 */
public final class OpusPacket {
    /** {@code OPUS_BAD_ARG}. */
    public static final int BAD_ARGUMENT = -1;

    /** {@code OPUS_INVALID_PACKET}. */
    public static final int INVALID = -4;

    /** Samples in 120 ms, which no packet may exceed (requirement R5). */
    private static final int MAX_SAMPLES = 5760;

    /** Section 3.1, table 2: configurations from here on are CELT only. */
    private static final int FIRST_CELT = 16;

    private OpusPacket() {}

    /** Samples per channel at 48 kHz of the whole packet, or negative. */
    public static int samples(byte[] packet, int from, int length) {
        int frames = frames(packet, from, length);
        if (frames < 0) {
            return frames;
        }
        int samples = frames * samplesPerFrame(packet[from]);
        return samples > MAX_SAMPLES ? INVALID : samples;
    }

    /** 1 or 2 as coded, whatever the decoder makes of it. */
    public static int channels(byte[] packet, int from, int length) {
        return length < 1 ? INVALID : (packet[from] & 0x04) == 0 ? 1 : 2;
    }

    /** Section 3.2: how many frames the packet holds, or negative. */
    public static int frames(byte[] packet, int from, int length) {
        if (length < 1) {
            return INVALID;
        }
        return switch (packet[from] & 0x03) {
            case 0 -> 1;
            case 1, 2 -> 2;
            default -> {
                int count = length < 2 ? 0 : packet[from + 1] & 0x3F;
                yield count == 0 ? INVALID : count;
            }
        };
    }

    /**
     * Whether the packet carries a copy (LBRR, section 4.2.4) of the one before it. Only the SILK
     * and hybrid modes have one.
     */
    public static boolean carriesPrevious(byte[] packet, int from, int length) {
        if (length < 2 || configuration(packet[from]) >= FIRST_CELT) {
            return false;
        }
        int at = firstFrame(packet, from, length);
        if (at < 0 || at >= from + length) {
            return false;
        }
        int parts = Math.max(1, samplesPerFrame(packet[from]) / 960);
        int flags = packet[at] & 0xFF;
        boolean mid = (flags >> (7 - parts) & 1) == 1;
        boolean side = channels(packet, from, length) == 2 && (flags >> (6 - 2 * parts) & 1) == 1;
        return mid || side;
    }

    private static int configuration(byte toc) {
        return (toc & 0xFF) >> 3;
    }

    private static int samplesPerFrame(byte toc) {
        int configuration = configuration(toc);
        if (configuration >= FIRST_CELT) {
            return 120 << (configuration & 3);
        }
        if (configuration >= 12) {
            return 480 << (configuration & 1);
        }
        return (configuration & 3) == 3 ? 2880 : 480 << (configuration & 3);
    }

    /** Section 3.2.2 to 3.2.5: where the first frame starts, or negative. */
    private static int firstFrame(byte[] packet, int from, int length) {
        int end = from + length;
        return switch (packet[from] & 0x03) {
            case 0, 1 -> from + 1;
            case 2 -> afterSize(packet, from + 1, end);
            default -> afterCount(packet, from, end);
        };
    }

    private static int afterCount(byte[] packet, int from, int end) {
        int head = packet[from + 1] & 0xFF;
        int at = from + 2;
        if ((head & 0x40) != 0) {
            while (at < end && packet[at] == (byte) 255) {
                at++;
            }
            at++;
        }
        int sizes = (head & 0x80) != 0 ? (head & 0x3F) - 1 : 0;
        for (int i = 0; i < sizes && at >= 0; i++) {
            at = afterSize(packet, at, end);
        }
        return at;
    }

    /** Section 3.2.1: a size takes two bytes from 252 on. */
    private static int afterSize(byte[] packet, int at, int end) {
        if (at >= end) {
            return INVALID;
        }
        return (packet[at] & 0xFF) >= 252 ? at + 2 : at + 1;
    }
}
