package io.rostrum.media.packet;

import io.rostrum.media.buffer.Buffer;

/** What can arrive by RTCP. No method has a default: whoever listens decides about each. */
public interface RtcpListener {
    /** RFC 3550 section 6.4.1; its report blocks follow. */
    void onSenderReport(int ssrc, long ntp, int rtpTimestamp, long packets, long octets);

    /** One block of a sender or receiver report. */
    void onReportBlock(int reporter, ReportBlock block);

    /** RFC 3550 section 6.5.1. */
    void onCname(int ssrc, String cname);

    /** RFC 3550 section 6.6, once for each source that it names. */
    void onBye(int ssrc);

    /** RFC 4585 section 6.2.1, once for each sequence number that is asked for. */
    void onNack(int sender, int mediaSsrc, int sequence);

    /** RFC 4585 section 6.3.1. */
    void onPictureLoss(int sender, int mediaSsrc);

    /** RFC 5104 section 4.3.1, once for each source that it names. */
    void onFullIntra(int sender, int mediaSsrc, int commandSequence);

    /**
     * Transport-wide feedback: {@code length} bytes of {@code compound} from {@code at}, starting
     * with the base sequence; unchecked but for at least 8 bytes.
     */
    void onTransportFeedback(int sender, Buffer compound, int at, int length);

    /** draft-alvestrand-rmcat-remb-03. */
    void onMaximumBitrate(int sender, long bitsPerSecond);
}
