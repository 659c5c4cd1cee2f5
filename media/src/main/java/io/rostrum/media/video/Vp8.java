package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import java.util.Arrays;
import java.util.List;

/** Payloads of VP8 (RFC 7741 section 4). */
public final class Vp8 {
    private static final int FRAME_TAG = 3;
    private static final int KEY_HEADER = 10;

    private Vp8() {}

    /** Where the payloads of a frame go. */
    public interface Payloads {
        /** Takes one payload; {@code last} is the marker bit. */
        void accept(byte[] payload, boolean last);
    }

    /** What a payload carries, as bits of {@link Content}. */
    static int inspect(Buffer packet, int at, int length) {
        int descriptor = Vp8Descriptor.length(packet, at, length);
        if (descriptor < 0 || descriptor >= length) {
            return Content.MALFORMED;
        }
        if (!Vp8Descriptor.startsFrame(packet, at)) {
            return 0;
        }
        boolean key = (packet.u8(at + descriptor) & 1) == 0;
        return Content.START | (key ? Content.KEY | Content.KEY_START : 0);
    }

    /** Whether a frame is a key frame (RFC 6386 section 9.1). */
    public static boolean isKey(byte[] frame) {
        return frame.length >= KEY_HEADER
                && (frame[0] & 1) == 0
                && frame[3] == (byte) 0x9D
                && frame[4] == 1
                && frame[5] == 0x2A;
    }

    /** Width of a key frame in pixels, without the scaling hint. */
    public static int width(byte[] keyFrame) {
        return side(keyFrame, FRAME_TAG + 3);
    }

    /** Height of a key frame in pixels, without the scaling hint. */
    public static int height(byte[] keyFrame) {
        return side(keyFrame, FRAME_TAG + 5);
    }

    private static int side(byte[] frame, int at) {
        return (frame[at] & 0xFF | frame[at + 1] << 8) & 0x3FFF;
    }

    /** Cuts a frame into payloads with descriptors of this picture id and TL0PICIDX. */
    public static void packetize(
            byte[] frame, int mostBytes, int pictureId, int level0, Payloads payloads) {
        int room = mostBytes - Vp8Descriptor.FULL;
        for (int at = 0; at < frame.length; at += room) {
            int length = Math.min(room, frame.length - at);
            byte[] payload = new byte[Vp8Descriptor.FULL + length];
            Vp8Descriptor.write(Buffer.wrap(payload), 0, at == 0, pictureId, level0);
            System.arraycopy(frame, at, payload, Vp8Descriptor.FULL, length);
            payloads.accept(payload, at + length == frame.length);
        }
    }

    /**
     * The frame in the payloads of one timestamp, in their order.
     *
     * @return an empty array when a payload is malformed or the beginning is not there
     */
    public static byte[] frame(List<byte[]> payloads) {
        byte[] frame = new byte[payloads.stream().mapToInt(payload -> payload.length).sum()];
        int size = 0;
        for (byte[] payload : payloads) {
            Buffer read = Buffer.wrap(payload);
            int descriptor = Vp8Descriptor.length(read, 0, payload.length);
            if (descriptor < 0 || size == 0 && !Vp8Descriptor.startsFrame(read, 0)) {
                return new byte[0];
            }
            int length = payload.length - descriptor;
            System.arraycopy(payload, descriptor, frame, size, length);
            size += length;
        }
        return Arrays.copyOf(frame, size);
    }
}
