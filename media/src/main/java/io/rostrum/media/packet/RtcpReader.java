package io.rostrum.media.packet;

import io.rostrum.media.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Walks through a compound or reduced-size RTCP packet (RFC 3550 section 6.1, RFC 5506). */
public final class RtcpReader {
    private static final int REMB = 0x52454D42;

    private RtcpReader() {}

    /**
     * Tells the listener what the packet holds, in its order.
     *
     * @return how many packets were malformed and left out; types that we do not know are not
     */
    public static int read(Buffer compound, RtcpListener listener) {
        int malformed = 0;
        int at = 0;
        while (at < compound.length()) {
            int length = packetLength(compound, at);
            if (length < 0) {
                return malformed + 1;
            }
            int end = contentEnd(compound, at, length);
            if (end < 0 || !readOne(compound, at, end, listener)) {
                malformed++;
            }
            at += length;
        }
        return malformed;
    }

    private static int packetLength(Buffer compound, int at) {
        if (compound.length() - at < 4 || compound.u8(at) >> 6 != 2) {
            return -1;
        }
        int length = 4 * (compound.u16(at + 2) + 1);
        return at + length > compound.length() ? -1 : length;
    }

    private static int contentEnd(Buffer compound, int at, int length) {
        int end = at + length;
        if ((compound.u8(at) & 0x20) == 0) {
            return end;
        }
        int padding = compound.u8(end - 1);
        return padding == 0 || padding > length - 4 ? -1 : end - padding;
    }

    private static boolean readOne(Buffer compound, int at, int end, RtcpListener listener) {
        int count = compound.u8(at) & 0x1F;
        return switch (compound.u8(at + 1)) {
            case Rtcp.SENDER_REPORT -> senderReport(compound, at, end, count, listener);
            case Rtcp.RECEIVER_REPORT ->
                    end - at >= 8
                            && blocks(compound, compound.i32(at + 4), at + 8, end, count, listener);
            case Rtcp.SOURCE_DESCRIPTION -> description(compound, at + 4, end, count, listener);
            case Rtcp.BYE -> bye(compound, at + 4, end, count, listener);
            case Rtcp.TRANSPORT_FEEDBACK -> transport(compound, at, end, count, listener);
            case Rtcp.PAYLOAD_FEEDBACK -> payload(compound, at, end, count, listener);
            default -> true;
        };
    }

    private static boolean senderReport(
            Buffer compound, int at, int end, int count, RtcpListener listener) {
        if (end - at < 28 + count * Rtcp.REPORT_BLOCK) {
            return false;
        }
        int ssrc = compound.i32(at + 4);
        listener.onSenderReport(
                ssrc,
                compound.i64(at + 8),
                compound.i32(at + 16),
                compound.u32(at + 20),
                compound.u32(at + 24));
        return blocks(compound, ssrc, at + 28, end, count, listener);
    }

    private static boolean blocks(
            Buffer compound, int reporter, int from, int end, int count, RtcpListener listener) {
        if (end - from < count * Rtcp.REPORT_BLOCK) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            listener.onReportBlock(reporter, block(compound, from + i * Rtcp.REPORT_BLOCK));
        }
        return true;
    }

    private static ReportBlock block(Buffer compound, int at) {
        return new ReportBlock(
                compound.i32(at),
                compound.u8(at + 4),
                compound.i32(at + 4) << 8 >> 8,
                compound.u32(at + 8),
                compound.u32(at + 12),
                compound.i32(at + 16),
                compound.i32(at + 20));
    }

    /** RFC 3550 section 6.5: chunks of a source and its items, each padded to 32 bits. */
    private static boolean description(
            Buffer compound, int from, int end, int count, RtcpListener listener) {
        int at = from;
        for (int i = 0; i < count; i++) {
            if (end - at < 4) {
                return false;
            }
            at = items(compound, compound.i32(at), at + 4, end, listener);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private static int items(Buffer compound, int ssrc, int from, int end, RtcpListener listener) {
        int at = from;
        while (at < end) {
            int type = compound.u8(at);
            if (type == 0) {
                return from + (at - from + 4 & ~3);
            }
            if (end - at < 2 || end - at - 2 < compound.u8(at + 1)) {
                return -1;
            }
            int length = compound.u8(at + 1);
            if (type == Rtcp.CNAME) {
                listener.onCname(ssrc, text(compound, at + 2, length));
            }
            at += 2 + length;
        }
        return -1;
    }

    private static String text(Buffer compound, int at, int length) {
        int from = compound.getOffset() + at;
        return new String(compound.getBuffer(), from, length, StandardCharsets.UTF_8);
    }

    private static boolean bye(
            Buffer compound, int from, int end, int count, RtcpListener listener) {
        if (end - from < 4 * count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            listener.onBye(compound.i32(from + 4 * i));
        }
        return true;
    }

    private static boolean transport(
            Buffer compound, int at, int end, int format, RtcpListener listener) {
        if (end - at < 12) {
            return false;
        }
        int sender = compound.i32(at + 4);
        if (format == Rtcp.FORMAT_NACK) {
            nacks(compound, at, end, listener);
        } else if (format == Rtcp.FORMAT_TRANSPORT_WIDE) {
            if (end - at < 20) {
                return false;
            }
            listener.onTransportFeedback(sender, compound, at + 12, end - at - 12);
        }
        return true;
    }

    private static void nacks(Buffer compound, int at, int end, RtcpListener listener) {
        int sender = compound.i32(at + 4);
        int media = compound.i32(at + 8);
        for (int entry = at + 12; entry + 4 <= end; entry += 4) {
            int first = compound.u16(entry);
            listener.onNack(sender, media, first);
            int mask = compound.u16(entry + 2);
            for (int bit = 0; mask >> bit != 0; bit++) {
                if ((mask >> bit & 1) != 0) {
                    listener.onNack(sender, media, first + bit + 1 & 0xFFFF);
                }
            }
        }
    }

    private static boolean payload(
            Buffer compound, int at, int end, int format, RtcpListener listener) {
        if (end - at < 12) {
            return false;
        }
        int sender = compound.i32(at + 4);
        switch (format) {
            case Rtcp.FORMAT_PICTURE_LOSS -> listener.onPictureLoss(sender, compound.i32(at + 8));
            case Rtcp.FORMAT_FULL_INTRA -> {
                for (int entry = at + 12; entry + 8 <= end; entry += 8) {
                    listener.onFullIntra(sender, compound.i32(entry), compound.u8(entry + 4));
                }
            }
            case Rtcp.FORMAT_APPLICATION -> {
                if (end - at >= 20 && compound.i32(at + 12) == REMB) {
                    listener.onMaximumBitrate(sender, bitrate(compound.u24(at + 17)));
                }
            }
            default -> {
                // Other feedback is optional by RFC 4585 section 6.3 and says nothing to us.
            }
        }
        return true;
    }

    /** Six bits of exponent, 18 of mantissa. */
    private static long bitrate(int value) {
        int exponent = value >> 18;
        long mantissa = value & 0x3FFFF;
        return exponent > 44 ? Long.MAX_VALUE : mantissa << exponent;
    }
}
