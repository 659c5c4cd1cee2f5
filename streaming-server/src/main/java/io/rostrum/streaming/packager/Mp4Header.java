package io.rostrum.streaming.packager;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Segment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The front of a recording's MP4 file: ftyp, moov and the header of one mdat.
 *
 * <p>The samples file of the session, as it lies on disk, is the content of that mdat. So a
 * download needs neither a second copy nor time to be made; what is no picture or AAC in it (our
 * headers, Opus) is skipped by every player, since only the tables of moov point into an mdat.
 */
public final class Mp4Header {
    private static final int MOVIE_SCALE = 90000;

    private final SampleTable picture = new SampleTable();
    private final SampleTable sound = new SampleTable();
    private final byte[] init;
    private final boolean pictures;

    /**
     * Begins a front.
     *
     * @param init of the recording: one picture and one sound track, in this order
     */
    public Mp4Header(byte[] init) {
        this(init, true);
    }

    private Mp4Header(byte[] init, boolean pictures) {
        this.init = init;
        this.pictures = pictures;
    }

    /**
     * Begins a front of sound alone.
     *
     * @param init with one sound track
     */
    public static Mp4Header ofSound(byte[] init) {
        return new Mp4Header(init, false);
    }

    /** Takes note of a picture or of AAC; anything else is left out. */
    public void add(Sample sample, long at) {
        if (sample.track() == FeedTracks.VIDEO && pictures) {
            picture.add(sample, at);
        } else if (sample.track() == FeedTracks.AAC) {
            sound.add(sample, at);
        }
    }

    /**
     * Builds the front. Blocking: reads the whole samples file once.
     *
     * @param init of the recording: one picture and one sound track, in this order
     */
    public static byte[] build(byte[] init, SampleLog log) throws IOException {
        Mp4Header header = new Mp4Header(init);
        for (Segment segment : log.segments()) {
            log.read(segment, header::add);
        }
        Segment last = log.segments().getLast();
        return header.bytes(last.offset() + last.length());
    }

    /** The front of a file whose mdat has so many bytes. */
    public byte[] bytes(long payload) {
        byte[] brand = Boxes.ascii(pictures ? "isom" : "M4A ");
        byte[] ftyp = Boxes.box("ftyp", brand, new byte[4], Boxes.ascii("isomiso2mp41"));
        int front = ftyp.length + moov(0).length + 16;
        ByteArrayOutputStream out = new ByteArrayOutputStream(front);
        out.writeBytes(ftyp);
        out.writeBytes(moov(front));
        out.writeBytes(ByteBuffer.allocate(4).putInt(1).array());
        out.writeBytes(Boxes.ascii("mdat"));
        out.writeBytes(ByteBuffer.allocate(8).putLong(payload + 16).array());
        return out.toByteArray();
    }

    private byte[] moov(long shift) {
        byte[] moov = Boxes.find(init, "moov");
        byte[] mvhd = Boxes.find(moov, "moov", "mvhd").clone();
        long length = Math.max(end(picture, MOVIE_SCALE), end(sound, 48000));
        ByteBuffer.wrap(mvhd).putInt(20, MOVIE_SCALE).putInt(24, field(length));
        ByteArrayOutputStream traks = new ByteArrayOutputStream();
        int at = 8;
        for (int track = pictures ? 0 : 1; at < moov.length; ) {
            int size = ByteBuffer.wrap(moov).getInt(at);
            byte[] child = Arrays.copyOfRange(moov, at, at + size);
            if (new String(child, 4, 4, StandardCharsets.US_ASCII).equals("trak")) {
                traks.writeBytes(
                        track++ == 0
                                ? trak(child, picture, 90000, shift)
                                : trak(child, sound, 48000, shift));
            }
            at += size;
        }
        return Boxes.box("moov", mvhd, traks.toByteArray());
    }

    private static long end(SampleTable table, int scale) {
        return (table.start() + table.duration()) * MOVIE_SCALE / scale;
    }

    private static byte[] trak(byte[] trak, SampleTable table, int scale, long shift) {
        byte[] tkhd = Boxes.find(trak, "trak", "tkhd").clone();
        ByteBuffer.wrap(tkhd).putInt(28, field(end(table, scale)));
        byte[] mdhd = Boxes.find(trak, "trak", "mdia", "mdhd").clone();
        ByteBuffer.wrap(mdhd).putInt(24, field(table.duration()));
        boolean picture = scale == 90000;
        byte[] minf = Boxes.find(trak, "trak", "mdia", "minf");
        byte[] stsd = Boxes.find(minf, "minf", "stbl", "stsd");
        byte[] stbl = Boxes.box("stbl", stsd, table.boxes(picture, shift));
        byte[] media = Boxes.find(minf, "minf", picture ? "vmhd" : "smhd");
        byte[] dinf = Boxes.find(minf, "minf", "dinf");
        byte[] hdlr = Boxes.find(trak, "trak", "mdia", "hdlr");
        return Boxes.box(
                "trak",
                tkhd,
                edts(table, scale),
                Boxes.box("mdia", mdhd, hdlr, Boxes.box("minf", media, dinf, stbl)));
    }

    /** These fields are of 32 bits: more than 13 hours are written as the most that fits. */
    private static int field(long duration) {
        return (int) Math.min(duration, 0xFFFF_FFFFL);
    }

    /** An empty edit moves a track that does not begin at 0 to where it belongs. */
    private static byte[] edts(SampleTable table, int scale) {
        long start = table.start() * MOVIE_SCALE / scale;
        long length = table.duration() * MOVIE_SCALE / scale;
        ByteBuffer list = ByteBuffer.allocate(4 + 40).putInt(start > 0 ? 2 : 1);
        if (start > 0) {
            list.putLong(start).putLong(-1).putInt(0x10000);
        }
        list.putLong(length).putLong(0).putInt(0x10000);
        byte[] entries = Arrays.copyOf(list.array(), list.position());
        return Boxes.box("edts", Boxes.fullBox("elst", 1, 0, entries));
    }
}
