package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;

/** Picture ids and TL0PICIDX that go on across cuts (RFC 7741 section 4.2). */
final class Vp8Numbers {
    private int lastPictureId;
    private int lastLevel0;
    private int pictureShift;
    private int level0Shift;
    private boolean pictureKnown;
    private boolean level0Known;
    private int lastShort;
    private boolean shortKnown;

    Vp8Numbers(int firstPictureId) {
        lastPictureId = firstPictureId - 1 & 0x7FFF;
    }

    /** The next packet is the first of another source. */
    void cut() {
        pictureKnown = false;
        level0Known = false;
        shortKnown = false;
    }

    /** Rewrites the descriptor of a packet that we own. Short picture ids become long. */
    void rewrite(Buffer packet) {
        int at = Rtp.headerLength(packet);
        if (Vp8Descriptor.hasPictureId(packet, at)) {
            if (!Vp8Descriptor.hasLongPictureId(packet, at)) {
                lengthen(packet, at);
            }
            rewritePictureId(packet, at);
        }
        if (Vp8Descriptor.level0(packet, at) != Vp8Descriptor.NONE) {
            rewriteLevel0(packet, at);
        }
    }

    private void lengthen(Buffer packet, int at) {
        int id = unwrapShort(Vp8Descriptor.pictureId(packet, at));
        Rtp.resizeAt(packet, at + 2, 1);
        Vp8Descriptor.pictureId(packet, at, id);
    }

    private int unwrapShort(int id) {
        int distance = (id - lastShort << 25) >> 25;
        int number = shortKnown ? lastShort + distance : id;
        lastShort = shortKnown && distance < 0 ? lastShort : number;
        shortKnown = true;
        return number & 0x7FFF;
    }

    private void rewritePictureId(Buffer packet, int at) {
        int id = Vp8Descriptor.pictureId(packet, at);
        if (!pictureKnown) {
            pictureKnown = true;
            pictureShift = lastPictureId + 1 - id;
        }
        int out = id + pictureShift & 0x7FFF;
        Vp8Descriptor.pictureId(packet, at, out);
        if ((out - lastPictureId << 17) > 0) {
            lastPictureId = out;
        }
    }

    private void rewriteLevel0(Buffer packet, int at) {
        int level0 = Vp8Descriptor.level0(packet, at);
        if (!level0Known) {
            level0Known = true;
            level0Shift = lastLevel0 + 1 - level0;
        }
        int out = level0 + level0Shift & 0xFF;
        Vp8Descriptor.level0(packet, at, out);
        if ((out - lastLevel0 << 24) > 0) {
            lastLevel0 = out;
        }
    }
}
