package io.rostrum.media.packet;

import io.rostrum.media.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The header extensions that we understand, with the names they are negotiated by. */
public enum Extension {
    /** RFC 6464. */
    AUDIO_LEVEL("urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
    /** draft-holmer-rmcat-transport-wide-cc-extensions-01 section 2. */
    TRANSPORT_SEQUENCE("http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"),
    /** 24 bits of seconds in 6.18 fixed point, taken when the packet leaves. */
    ABS_SEND_TIME("http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"),
    /** RFC 9143 section 15. */
    MID("urn:ietf:params:rtp-hdrext:sdes:mid"),
    /** RFC 8852 section 3.1. */
    RID("urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id"),
    /** RFC 8852 section 3.2: of retransmissions. */
    REPAIRED_RID("urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id");

    /** No level in the packet. */
    public static final int NO_LEVEL = -1;

    private final String uri;

    Extension(String uri) {
        this.uri = uri;
    }

    public String uri() {
        return uri;
    }

    /** The extension of this name, or null when we do not know it. */
    public static @Nullable Extension ofUri(String uri) {
        for (Extension extension : values()) {
            if (extension.uri.equals(uri)) {
                return extension;
            }
        }
        return null;
    }

    /** Level of RFC 6464 in -dBov: 0 (loudest) to 127, or {@link #NO_LEVEL}. */
    public static int audioLevel(Buffer packet, int id) {
        int found = HeaderExtensions.find(packet, id);
        return found == HeaderExtensions.NONE || HeaderExtensions.length(found) < 1
                ? NO_LEVEL
                : packet.u8(HeaderExtensions.at(found)) & 0x7F;
    }

    /** Whether the sender of RFC 6464 holds this for voice. */
    public static boolean voice(Buffer packet, int id) {
        int found = HeaderExtensions.find(packet, id);
        return found != HeaderExtensions.NONE
                && HeaderExtensions.length(found) >= 1
                && (packet.u8(HeaderExtensions.at(found)) & 0x80) != 0;
    }

    /** The element of RFC 6464. */
    public static byte[] audioLevel(int level, boolean voice) {
        return new byte[] {(byte) (Math.clamp(level, 0, 127) | (voice ? 0x80 : 0))};
    }

    /** The transport-wide sequence, or -1. */
    public static int transportSequence(Buffer packet, int id) {
        int found = HeaderExtensions.find(packet, id);
        return found == HeaderExtensions.NONE || HeaderExtensions.length(found) < 2
                ? -1
                : packet.u16(HeaderExtensions.at(found));
    }

    /** The value of the absolute send time for a time in nanoseconds of any steady clock. */
    public static int absSendTime(long nanos) {
        long second = Math.floorMod(nanos, 64_000_000_000L);
        return (int) ((second << 18) / 1_000_000_000L) & 0xFFFFFF;
    }

    /** The text of MID or RID, or null when it is absent. */
    public static @Nullable String text(Buffer packet, int id) {
        int found = HeaderExtensions.find(packet, id);
        if (found == HeaderExtensions.NONE) {
            return null;
        }
        int from = packet.getOffset() + HeaderExtensions.at(found);
        int length = HeaderExtensions.length(found);
        return new String(packet.getBuffer(), from, length, StandardCharsets.UTF_8);
    }
}
