package io.rostrum.media.packet;

import io.rostrum.media.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * Appends RTCP packets to a buffer, which becomes a compound or reduced-size packet.
 *
 * <p>A compound begins with a report and has a CNAME (RFC 3550 section 6.1); feedback alone may go
 * without where rtcp-rsize was agreed (RFC 5506).
 */
public final class RtcpWriter {
    /** A compound stays below this, so that it passes every path. */
    public static final int MOST_BYTES = 1200;

    private static final int NO_REPORT = -1;

    private final Buffer buffer;
    private int reportAt = NO_REPORT;

    /** Writes behind what the buffer holds. */
    public RtcpWriter(Buffer buffer) {
        this.buffer = buffer;
    }

    public Buffer buffer() {
        return buffer;
    }

    public boolean isEmpty() {
        return buffer.length() == 0;
    }

    /** Bytes left below {@link #MOST_BYTES}. */
    public int room() {
        return Math.max(0, MOST_BYTES - buffer.length());
    }

    private int begin(int count, int type, int length) {
        int at = buffer.length();
        buffer.setLength(at + length);
        buffer.put8(at, 0x80 | count);
        buffer.put8(at + 1, type);
        buffer.put16(at + 2, length / 4 - 1);
        reportAt = NO_REPORT;
        return at;
    }

    /** RFC 3550 section 6.4.1; blocks may follow. */
    public RtcpWriter senderReport(
            int ssrc, long ntp, int rtpTimestamp, long packets, long octets) {
        int at = begin(0, Rtcp.SENDER_REPORT, 28);
        buffer.put32(at + 4, ssrc);
        buffer.put64(at + 8, ntp);
        buffer.put32(at + 16, rtpTimestamp);
        buffer.put32(at + 20, (int) packets);
        buffer.put32(at + 24, (int) octets);
        reportAt = at;
        return this;
    }

    /** RFC 3550 section 6.4.2; blocks may follow. */
    public RtcpWriter receiverReport(int ssrc) {
        int at = begin(0, Rtcp.RECEIVER_REPORT, 8);
        buffer.put32(at + 4, ssrc);
        reportAt = at;
        return this;
    }

    /**
     * Appends a block to the report before.
     *
     * @return false when the report is full or no report is before; nothing was written then
     */
    public boolean block(ReportBlock block) {
        if (reportAt == NO_REPORT || (buffer.u8(reportAt) & 0x1F) == Rtcp.MOST_BLOCKS) {
            return false;
        }
        int at = buffer.length();
        buffer.setLength(at + Rtcp.REPORT_BLOCK);
        buffer.put8(reportAt, buffer.u8(reportAt) + 1);
        buffer.put16(reportAt + 2, buffer.u16(reportAt + 2) + Rtcp.REPORT_BLOCK / 4);
        buffer.put32(at, block.ssrc());
        buffer.put8(at + 4, block.fractionLost());
        buffer.put24(at + 5, block.cumulativeLost());
        buffer.put32(at + 8, (int) block.extendedHighest());
        buffer.put32(at + 12, (int) block.jitter());
        buffer.put32(at + 16, block.lastSenderReport());
        buffer.put32(at + 20, block.delaySinceLast());
        return true;
    }

    /** RFC 3550 section 6.5.1; at most 255 bytes of name. */
    public RtcpWriter cname(int ssrc, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(text.length, 255);
        int chunk = 4 + 2 + length + 1 + 3 & ~3;
        int at = begin(1, Rtcp.SOURCE_DESCRIPTION, 4 + chunk);
        buffer.put32(at + 4, ssrc);
        buffer.put8(at + 8, Rtcp.CNAME);
        buffer.put8(at + 9, length);
        buffer.put(at + 10, text, 0, length);
        for (int zero = at + 10 + length; zero < at + 4 + chunk; zero++) {
            buffer.put8(zero, 0);
        }
        return this;
    }

    /** RFC 3550 section 6.6. */
    public RtcpWriter bye(int ssrc) {
        buffer.put32(begin(1, Rtcp.BYE, 8) + 4, ssrc);
        return this;
    }

    private int feedback(int format, int type, int sender, int media, int length) {
        int at = begin(format, type, 12 + length);
        buffer.put32(at + 4, sender);
        buffer.put32(at + 8, media);
        return at + 12;
    }

    /** RFC 4585 section 6.3.1. */
    public RtcpWriter pictureLoss(int sender, int mediaSsrc) {
        feedback(Rtcp.FORMAT_PICTURE_LOSS, Rtcp.PAYLOAD_FEEDBACK, sender, mediaSsrc, 0);
        return this;
    }

    /** RFC 5104 section 4.3.1; a repetition of the same request has the same number. */
    public RtcpWriter fullIntra(int sender, int mediaSsrc, int commandSequence) {
        int at = feedback(Rtcp.FORMAT_FULL_INTRA, Rtcp.PAYLOAD_FEEDBACK, sender, 0, 8);
        buffer.put32(at, mediaSsrc);
        buffer.put32(at + 4, commandSequence << 24);
        return this;
    }

    /**
     * RFC 4585 section 6.2.1: asks for rising sequence numbers as far as there is room.
     *
     * @return how many of the {@code count} were written
     */
    public int nack(int sender, int mediaSsrc, int[] sequences, int count) {
        int entries = room() / 4 - 3;
        if (count == 0 || entries <= 0) {
            return 0;
        }
        int at = feedback(Rtcp.FORMAT_NACK, Rtcp.TRANSPORT_FEEDBACK, sender, mediaSsrc, 0);
        int start = at - 12;
        int written = 0;
        while (written < count && entries-- > 0) {
            int next = maskEnd(sequences, written, count);
            buffer.setLength(at + 4);
            buffer.put16(at, sequences[written]);
            buffer.put16(at + 2, mask(sequences, written, next));
            at += 4;
            written = next;
        }
        buffer.put16(start + 2, (at - start) / 4 - 1);
        return written;
    }

    private static int maskEnd(int[] sequences, int first, int count) {
        int end = first + 1;
        while (end < count && bitOf(sequences, first, end) < 16) {
            end++;
        }
        return end;
    }

    private static int mask(int[] sequences, int first, int end) {
        int mask = 0;
        for (int i = first + 1; i < end; i++) {
            mask |= 1 << bitOf(sequences, first, i);
        }
        return mask;
    }

    private static int bitOf(int[] sequences, int first, int other) {
        return (sequences[other] - sequences[first] - 1) & 0xFFFF;
    }

    /**
     * Opens a transport-wide feedback packet with {@code length} bytes of content, a multiple of
     * four.
     *
     * @return where the content starts
     */
    public int transportFeedback(int sender, int mediaSsrc, int length) {
        return feedback(
                Rtcp.FORMAT_TRANSPORT_WIDE, Rtcp.TRANSPORT_FEEDBACK, sender, mediaSsrc, length);
    }

    /** draft-alvestrand-rmcat-remb-03, for one source. */
    public RtcpWriter maximumBitrate(int sender, int mediaSsrc, long bitsPerSecond) {
        int at = feedback(Rtcp.FORMAT_APPLICATION, Rtcp.PAYLOAD_FEEDBACK, sender, 0, 12);
        int exponent = Math.max(0, 64 - Long.numberOfLeadingZeros(bitsPerSecond) - 18);
        buffer.put32(at, 0x52454D42);
        buffer.put32(at + 4, 1 << 24 | exponent << 18 | (int) (bitsPerSecond >> exponent));
        buffer.put32(at + 8, mediaSsrc);
        return this;
    }
}
