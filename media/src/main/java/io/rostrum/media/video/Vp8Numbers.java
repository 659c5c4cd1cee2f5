package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;

/** Picture ids and TL0PICIDX that go on across cuts (RFC 7741 section 4.2). */
final class Vp8Numbers {
    private int lastPictureId;
    private int lastLevel0;
    private Shift shift = new Shift();

    /** What is added since a cut; a packet that is repeated later gets the same. */
    static final class Shift {
        private int picture;
        private int level0;
        private boolean pictureKnown;
        private boolean level0Known;
        private int lastShort;
        private boolean shortKnown;

        private int learnPicture(int id, int last) {
            picture = pictureKnown ? picture : last + 1 - id;
            pictureKnown = true;
            return id + picture & 0x7FFF;
        }

        private int learnLevel0(int id, int last) {
            level0 = level0Known ? level0 : last + 1 - id;
            level0Known = true;
            return id + level0 & 0xFF;
        }

        private int unwrapShort(int id) {
            int distance = (id - lastShort << 25) >> 25;
            int number = shortKnown ? lastShort + distance : id;
            lastShort = shortKnown && distance < 0 ? lastShort : number;
            shortKnown = true;
            return number & 0x7FFF;
        }
    }

    Vp8Numbers(int firstPictureId) {
        lastPictureId = firstPictureId - 1 & 0x7FFF;
    }

    /** The next packet is the first of another source. */
    void cut() {
        shift = new Shift();
    }

    /** What packets since the latest cut get; complete after the first of them. */
    Shift shift() {
        return shift;
    }

    /** Rewrites the descriptor of a packet that we own. Short picture ids become long. */
    void rewrite(Buffer packet) {
        int at = Rtp.headerLength(packet);
        if (Vp8Descriptor.hasPictureId(packet, at)) {
            int id = shift.learnPicture(longId(packet, at, shift), lastPictureId);
            Vp8Descriptor.pictureId(packet, at, id);
            if ((id - lastPictureId << 17) > 0) {
                lastPictureId = id;
            }
        }
        if (Vp8Descriptor.level0(packet, at) != Vp8Descriptor.NONE) {
            int level0 = shift.learnLevel0(Vp8Descriptor.level0(packet, at), lastLevel0);
            Vp8Descriptor.level0(packet, at, level0);
            if ((level0 - lastLevel0 << 24) > 0) {
                lastLevel0 = level0;
            }
        }
    }

    /** Rewrites a copy of a packet as it was rewritten before. */
    static void rewriteAgain(Buffer packet, Shift shift) {
        int at = Rtp.headerLength(packet);
        if (Vp8Descriptor.hasPictureId(packet, at)) {
            int id = longId(packet, at, shift);
            Vp8Descriptor.pictureId(packet, at, id + shift.picture & 0x7FFF);
        }
        int level0 = Vp8Descriptor.level0(packet, at);
        if (level0 != Vp8Descriptor.NONE) {
            Vp8Descriptor.level0(packet, at, level0 + shift.level0 & 0xFF);
        }
    }

    /** The picture id of the source, in a place of 15 bits from now on. */
    private static int longId(Buffer packet, int at, Shift shift) {
        int id = Vp8Descriptor.pictureId(packet, at);
        if (Vp8Descriptor.hasLongPictureId(packet, at)) {
            return id;
        }
        Rtp.resizeAt(packet, at + 2, 1);
        return shift.unwrapShort(id);
    }
}
