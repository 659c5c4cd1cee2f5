package io.rostrum.protocol.cmaf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes fragments, each one moof and one mdat (ISO/IEC 14496-12 section 8.8). */
public final class FragmentWriter {
    private static final int DEFAULT_BASE_IS_MOOF = 0x020000;
    private static final int OFFSET_DURATION_SIZE_FLAGS = 0x701;

    /** Depends on no other sample. */
    private static final int KEY = 0x02000000;

    /** Depends on others and is no sync sample. */
    private static final int NO_KEY = 0x01010000;

    private static final int MOOF = 8 + 16;
    private static final int TRAF = 8 + 16 + 20 + 20;
    private static final int RUN_ENTRY = 12;

    private FragmentWriter() {}

    /** A fragment of nothing, for a span of which nothing came. */
    public static byte[] empty(int sequence) {
        BoxWriter out = new BoxWriter(MOOF + 8);
        int moof = out.start("moof");
        int mfhd = out.start("mfhd", 0, 0);
        out.u32(sequence);
        out.end(mfhd);
        out.end(moof);
        out.end(out.start("mdat"));
        return out.toBytes();
    }

    /** A fragment of one sample. */
    public static byte[] write(int sequence, Sample sample) {
        return write(sequence, List.of(sample));
    }

    /**
     * A fragment of one or more samples of one or more tracks, those of a track in their order.
     *
     * <p>Within the fragment a sample lasts until the next of its track, whatever its own duration
     * says; the last one keeps its own.
     *
     * @param sequence of the fragment, for mfhd
     * @throws IllegalArgumentException without a sample, or where times go back
     */
    public static byte[] write(int sequence, List<Sample> samples) {
        Map<Integer, List<Sample>> tracks =
                samples.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Sample::track, TreeMap::new, Collectors.toList()));
        int payload = samples.stream().mapToInt(sample -> sample.data().length).sum();
        int moofSize = MOOF + TRAF * tracks.size() + RUN_ENTRY * samples.size();
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("a fragment without a sample");
        }
        BoxWriter out = new BoxWriter(moofSize + 8 + payload);
        int moof = out.start("moof");
        int mfhd = out.start("mfhd", 0, 0);
        out.u32(sequence);
        out.end(mfhd);
        int offset = moofSize + 8;
        for (Map.Entry<Integer, List<Sample>> track : tracks.entrySet()) {
            traf(out, track.getKey(), track.getValue(), offset);
            offset += track.getValue().stream().mapToInt(sample -> sample.data().length).sum();
        }
        out.end(moof);
        int mdat = out.start("mdat");
        tracks.values().forEach(run -> run.forEach(sample -> out.bytes(sample.data())));
        out.end(mdat);
        return out.toBytes();
    }

    private static void traf(BoxWriter out, int id, List<Sample> run, int offset) {
        int traf = out.start("traf");
        int tfhd = out.start("tfhd", 0, DEFAULT_BASE_IS_MOOF);
        out.u32(id);
        out.end(tfhd);
        int tfdt = out.start("tfdt", 1, 0);
        out.u64(run.get(0).decodeTime());
        out.end(tfdt);
        int trun = out.start("trun", 0, OFFSET_DURATION_SIZE_FLAGS);
        out.u32(run.size()).u32(offset);
        for (int i = 0; i < run.size(); i++) {
            Sample sample = run.get(i);
            out.u32(duration(run, i)).u32(sample.data().length).u32(sample.key() ? KEY : NO_KEY);
        }
        out.end(trun);
        out.end(traf);
    }

    private static long duration(List<Sample> run, int i) {
        if (i + 1 == run.size()) {
            return run.get(i).duration();
        }
        long duration = run.get(i + 1).decodeTime() - run.get(i).decodeTime();
        if (duration < 0 || duration > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("times of track " + run.get(i).track() + " go back");
        }
        return duration;
    }
}
