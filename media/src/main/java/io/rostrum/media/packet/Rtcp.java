package io.rostrum.media.packet;

/** Packet types and feedback formats of RTCP. */
final class Rtcp {
    /** RFC 3550 section 12.1. */
    static final int SENDER_REPORT = 200;

    static final int RECEIVER_REPORT = 201;
    static final int SOURCE_DESCRIPTION = 202;
    static final int BYE = 203;

    /** RFC 4585 section 6.1. */
    static final int TRANSPORT_FEEDBACK = 205;

    static final int PAYLOAD_FEEDBACK = 206;

    static final int FORMAT_NACK = 1;
    static final int FORMAT_TRANSPORT_WIDE = 15;
    static final int FORMAT_PICTURE_LOSS = 1;
    static final int FORMAT_FULL_INTRA = 4;
    static final int FORMAT_APPLICATION = 15;

    static final int CNAME = 1;
    static final int REPORT_BLOCK = 24;
    static final int MOST_BLOCKS = 31;

    private Rtcp() {}
}
