package io.rostrum.protocol.cmaf;

/** Sample entries: avc3 (14496-15), mp4a with esds (14496-14, 14496-1), Opus with dOps. */
final class SampleEntry {
    /** Bytes before the child boxes of a visual and of an audio sample entry. */
    private static final int VISUAL = 78;

    private static final int AUDIO = 28;

    private SampleEntry() {}

    static void write(BoxWriter out, Track track) {
        if (track instanceof Track.Video video) {
            int box = out.start("avc3");
            out.zeros(6).u16(1).zeros(16);
            PictureSize size = PictureSize.of(video.config().sps().get(0));
            out.u16(size.width())
                    .u16(size.height())
                    .u32(0x480000)
                    .u32(0x480000)
                    .u32(0)
                    .u16(1)
                    .zeros(32);
            out.u16(0x18).u16(0xFFFF);
            video.config().write(out);
            out.end(box);
        } else if (track instanceof Track.Aac aac) {
            int box = audio(out, "mp4a", aac.channels(), aac.timescale());
            esds(out, aac.config());
            out.end(box);
        } else if (track instanceof Track.Opus opus) {
            int box = audio(out, "Opus", opus.channels(), 48000);
            int dops = out.start("dOps");
            out.u8(0).u8(opus.channels()).u16(opus.preSkip()).u32(48000).u16(0).u8(0);
            out.end(dops);
            out.end(box);
        }
    }

    private static int audio(BoxWriter out, String type, int channels, int rate) {
        int box = out.start(type);
        out.zeros(6).u16(1).zeros(8).u16(channels).u16(16).zeros(4).u16(rate).u16(0);
        return box;
    }

    /** ISO/IEC 14496-1 section 7.2.6: ES, decoder configuration, decoder specific, SL. */
    private static void esds(BoxWriter out, byte[] config) {
        int box = out.start("esds", 0, 0);
        int specific = 2 + config.length;
        int decoder = 2 + 13 + specific;
        out.u8(3).u8(3 + decoder + 3).u16(0).u8(0);
        out.u8(4).u8(13 + specific).u8(0x40).u8(0x15).zeros(3).u32(0).u32(0);
        out.u8(5).u8(config.length).bytes(config);
        out.u8(6).u8(1).u8(2);
        out.end(box);
    }

    static Track read(int id, int timescale, BoxReader stsd) throws CmafException {
        BoxReader entry = stsd.child(8).box();
        try {
            return switch (entry.type()) {
                case "avc1", "avc3" ->
                        new Track.Video(id, timescale, AvcConfig.read(entry.first("avcC", VISUAL)));
                case "mp4a" ->
                        new Track.Aac(
                                id, timescale, entry.u16(16), specific(entry.first("esds", AUDIO)));
                case "Opus" -> opus(id, entry.first("dOps", AUDIO));
                default -> throw new CmafException("a track of " + entry.type() + " is not for us");
            };
        } catch (IllegalArgumentException e) {
            throw new CmafException(entry.type() + ": " + e.getMessage());
        }
    }

    private static Track opus(int id, BoxReader dops) throws CmafException {
        return new Track.Opus(id, dops.u8(1), dops.u16(2));
    }

    /** The decoder specific info: descriptors 3, 4 and 5, one in the other. */
    private static byte[] specific(BoxReader esds) throws CmafException {
        int at = 4;
        for (int tag = 3; ; tag++) {
            if (esds.u8(at++) != tag) {
                throw new CmafException("esds has no descriptor " + tag);
            }
            int size = 0;
            int more;
            int digits = 0;
            do {
                more = esds.u8(at++);
                size = size << 7 | more & 0x7F;
            } while ((more & 0x80) != 0 && ++digits < 4);
            if (tag == 5) {
                return esds.bytes(at, size);
            }
            at += tag == 3 ? 3 : 13;
        }
    }
}
