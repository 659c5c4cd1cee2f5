package io.rostrum.media.flow;

import io.rostrum.media.buffer.Buffer;

/** Tells by the first bytes what shares one port. RFC 7983 section 7, RFC 5761 section 4. */
public final class Datagrams {
    private Datagrams() {}

    /** First byte 0 to 3. */
    public static boolean isStun(Buffer datagram) {
        return firstByteWithin(datagram, 0, 3);
    }

    /** First byte 20 to 63. */
    public static boolean isDtls(Buffer datagram) {
        return firstByteWithin(datagram, 20, 63);
    }

    /** First byte 128 to 191: RTP or RTCP, protected or not. */
    public static boolean isMedia(Buffer datagram) {
        return firstByteWithin(datagram, 128, 191);
    }

    /** Of media: RTCP, whose packet types are 192 to 223. RFC 5761 section 4. */
    public static boolean isRtcp(Buffer media) {
        if (media.length() < 2) {
            return false;
        }
        int type = media.u8(1);
        return type >= 192 && type <= 223;
    }

    private static boolean firstByteWithin(Buffer datagram, int low, int high) {
        if (datagram.length() == 0) {
            return false;
        }
        int first = datagram.u8(0);
        return first >= low && first <= high;
    }
}
