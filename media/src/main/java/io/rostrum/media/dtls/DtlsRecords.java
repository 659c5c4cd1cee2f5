package io.rostrum.media.dtls;

import io.rostrum.media.buffer.Buffer;

/** The outside of DTLS records. RFC 6347 section 4.1. */
final class DtlsRecords {
    private static final int ALERT = 21;
    private static final int EPOCH_AT = 3;
    private static final int LENGTH_AT = 11;
    static final int HEADER = 13;

    /** RFC 5288: explicit nonce and tag; see the suites of {@link Negotiation}. */
    private static final int SEALED_AT_LEAST = 8 + 16;

    private DtlsRecords() {}

    /**
     * Whether a datagram is a row of whole records.
     *
     * <p>The library ends the connection over a sealed record that is too short, where section
     * 4.1.2.7 wants it ignored.
     */
    static boolean areWhole(Buffer datagram) {
        int at = 0;
        while (at + HEADER <= datagram.length()) {
            int length = datagram.u16(at + LENGTH_AT);
            if (datagram.u16(at + EPOCH_AT) > 0 && length < SEALED_AT_LEAST) {
                return false;
            }
            at += HEADER + length;
        }
        return at > 0 && at == datagram.length();
    }

    /** The bytes of the record that begins there, header and all. */
    static int size(byte[] datagram, int at) {
        return HEADER + u16(datagram, at + LENGTH_AT);
    }

    static int epoch(byte[] datagram, int at) {
        return u16(datagram, at + EPOCH_AT);
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    static boolean isAlert(byte[] datagram) {
        return datagram.length > 0 && datagram[0] == ALERT;
    }
}
