package io.rostrum.protocol.cmaf;

import java.util.ArrayList;
import java.util.List;

/** Reads ftyp and moov. */
final class InitReader {
    private InitReader() {}

    static InitSegment read(byte[] bytes) throws CmafException {
        BoxReader moov = BoxReader.run(bytes, 0, bytes.length).first("moov", 0);
        List<Track> tracks = new ArrayList<>();
        for (int at = 0; at < moov.length(); ) {
            BoxReader.Child child = moov.child(at);
            if (child.box().type().equals("trak")) {
                tracks.add(track(child.box()));
            }
            at = child.next();
        }
        try {
            return new InitSegment(tracks);
        } catch (IllegalArgumentException e) {
            throw new CmafException("moov: " + e.getMessage());
        }
    }

    private static Track track(BoxReader trak) throws CmafException {
        BoxReader tkhd = trak.down("tkhd");
        BoxReader mdhd = trak.down("mdia", "mdhd");
        BoxReader stsd = trak.down("mdia", "minf", "stbl", "stsd");
        long id = tkhd.u32(tkhd.u8(0) == 1 ? 20 : 12);
        long timescale = mdhd.u32(mdhd.u8(0) == 1 ? 20 : 12);
        if (id < 1 || id > Integer.MAX_VALUE || timescale < 1 || timescale > Integer.MAX_VALUE) {
            throw new CmafException("track " + id + " has a time scale of " + timescale);
        }
        return SampleEntry.read((int) id, (int) timescale, stsd);
    }
}
