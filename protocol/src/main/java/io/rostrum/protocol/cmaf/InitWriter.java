package io.rostrum.protocol.cmaf;

/**
 * Writes ftyp and moov by the boxes of our trials: avc3, a picture size of 0x0, empty tables.
 *
 * <p>ISO/IEC 14496-12; a picture size in {@code tkhd} makes Chromium stretch portrait pictures.
 */
public final class InitWriter {
    private static final int[] UNITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};

    private InitWriter() {}

    /** The init as bytes, about 1 kB. */
    public static byte[] write(InitSegment init) {
        BoxWriter out = new BoxWriter(2048);
        int ftyp = out.start("ftyp");
        out.ascii("iso6").u32(0).ascii("iso6").ascii("mp41").ascii("isom");
        out.end(ftyp);
        int moov = out.start("moov");
        mvhd(out, init);
        init.tracks().forEach(track -> trak(out, track));
        mvex(out, init);
        out.end(moov);
        return out.toBytes();
    }

    private static void mvhd(BoxWriter out, InitSegment init) {
        int next = init.tracks().stream().mapToInt(Track::id).max().orElse(0) + 1;
        int box = out.start("mvhd", 0, 0);
        out.u32(0).u32(0).u32(1000).u32(0); // no dates, milliseconds, duration unknown
        out.u32(0x10000).u16(0x100).zeros(10);
        matrix(out);
        out.zeros(24).u32(next);
        out.end(box);
    }

    private static void mvex(BoxWriter out, InitSegment init) {
        int mvex = out.start("mvex");
        for (Track track : init.tracks()) {
            int trex = out.start("trex", 0, 0);
            out.u32(track.id()).u32(1).u32(0).u32(0).u32(0);
            out.end(trex);
        }
        out.end(mvex);
    }

    private static void trak(BoxWriter out, Track track) {
        int trak = out.start("trak");
        tkhd(out, track);
        int mdia = out.start("mdia");
        int mdhd = out.start("mdhd", 0, 0);
        out.u32(0).u32(0).u32(track.timescale()).u32(0).u16(0x55C4).u16(0); // language "und"
        out.end(mdhd);
        hdlr(out, track instanceof Track.Video);
        minf(out, track);
        out.end(mdia);
        out.end(trak);
    }

    private static void tkhd(BoxWriter out, Track track) {
        boolean sound = !(track instanceof Track.Video);
        int box = out.start("tkhd", 0, 7);
        out.u32(0).u32(0).u32(track.id()).u32(0).u32(0).zeros(8);
        out.u16(0).u16(0).u16(sound ? 0x100 : 0).u16(0);
        matrix(out);
        out.u32(0).u32(0); // width and height: never a size here
        out.end(box);
    }

    private static void matrix(BoxWriter out) {
        for (int value : UNITY) {
            out.u32(value);
        }
    }

    private static void hdlr(BoxWriter out, boolean video) {
        int box = out.start("hdlr", 0, 0);
        out.u32(0).ascii(video ? "vide" : "soun").zeros(12).ascii(video ? "video" : "sound").u8(0);
        out.end(box);
    }

    private static void minf(BoxWriter out, Track track) {
        int minf = out.start("minf");
        if (track instanceof Track.Video) {
            int vmhd = out.start("vmhd", 0, 1);
            out.zeros(8);
            out.end(vmhd);
        } else {
            int smhd = out.start("smhd", 0, 0);
            out.zeros(4);
            out.end(smhd);
        }
        dinf(out);
        stbl(out, track);
        out.end(minf);
    }

    private static void dinf(BoxWriter out) {
        int dinf = out.start("dinf");
        int dref = out.start("dref", 0, 0);
        out.u32(1);
        out.end(out.start("url ", 0, 1)); // flag 1: the data is in this file
        out.end(dref);
        out.end(dinf);
    }

    private static void stbl(BoxWriter out, Track track) {
        int stbl = out.start("stbl");
        int stsd = out.start("stsd", 0, 0);
        out.u32(1);
        SampleEntry.write(out, track);
        out.end(stsd);
        for (String table : new String[] {"stts", "stsc", "stsz", "stco"}) {
            int box = out.start(table, 0, 0);
            out.zeros(table.equals("stsz") ? 8 : 4);
            out.end(box);
        }
        out.end(stbl);
    }
}
