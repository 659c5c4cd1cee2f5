package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;

/** Bits that say what a packet carries. */
public final class Content {
    /** A frame, or a self-contained piece of it, may begin here. */
    public static final int START = 1;

    /** Part of a key frame: an IDR picture or a VP8 key frame. */
    public static final int KEY = 2;

    /** The first piece of the picture of a key frame. */
    public static final int KEY_START = 4;

    /** A sequence parameter set of H.264. */
    public static final int SEQUENCE_SET = 8;

    /** A picture parameter set of H.264. */
    public static final int PICTURE_SET = 16;

    /** Cannot be read. */
    public static final int MALFORMED = 32;

    /** Begins a picture of H.264 that is predicted from both sides (a B slice). */
    public static final int BIDIRECTIONAL = 64;

    private Content() {}

    /** What a valid packet carries. */
    public static int of(VideoCodec codec, Buffer packet) {
        int at = Rtp.headerLength(packet);
        int length = Rtp.payloadLength(packet);
        return switch (codec) {
            case H264 -> H264.inspect(packet, at, length);
            case VP8 -> Vp8.inspect(packet, at, length);
        };
    }

    static boolean has(int content, int bit) {
        return (content & bit) != 0;
    }
}
