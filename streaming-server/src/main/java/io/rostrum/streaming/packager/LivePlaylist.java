package io.rostrum.streaming.packager;

import java.util.List;

/** The media playlist of a live program, for low latency and for players that know only HLS. */
public final class LivePlaylist {
    /**
     * Media sequence number of a program's first segment. Not 0: in a segment of that number hls.js
     * (1.7) forgets which parts it has, loads them again until the next segment is there, and every
     * time takes away the pictures behind them.
     */
    public static final long FIRST = 1;

    /** Blocking reloads for a segment further ahead than that are refused (section 6.2.5.2). */
    public static final int FAR = 2;

    /**
     * Key frames are asked for so that segments last about 2 s, but a source may take its time to
     * give one; and a segment that has to end before it comes leaves a next one that nobody can
     * begin with.
     */
    public static final int TARGET_SECONDS = 3;

    private static final long SECOND = 90000;
    private static final long PARTS_WINDOW = 3 * TARGET_SECONDS * SECOND;

    /** Has to be at least six target durations (section 4.4.3.8). */
    private static final long SKIP_UNTIL = 6 * TARGET_SECONDS * SECOND;

    private LivePlaylist() {}

    /** Name of the segment's resource beside the playlist. */
    public static String segmentName(long number) {
        return number + ".m4s";
    }

    public static String partName(long number, int index) {
        return number + "." + index + ".m4s";
    }

    /**
     * Writes the playlist.
     *
     * @param delta whether older segments may be left out (section 6.2.5.1)
     */
    public static String write(View view, boolean delta) {
        StringBuilder out = new StringBuilder(8192);
        header(out, view);
        List<LiveSegment> segments = view.segments();
        int skipped = delta ? skippable(view) : 0;
        if (skipped > 0) {
            out.append("#EXT-X-SKIP:SKIPPED-SEGMENTS=").append(skipped).append('\n');
        } else {
            out.append("#EXT-X-MAP:URI=\"init.mp4\"\n");
        }
        for (LiveSegment segment : segments.subList(skipped, segments.size())) {
            segment(out, view, segment);
        }
        if (view.ended()) {
            out.append("#EXT-X-ENDLIST\n");
        } else {
            out.append("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"")
                    .append(partName(view.last().number(), view.last().parts().size()))
                    .append("\"\n");
        }
        return out.toString();
    }

    private static void header(StringBuilder out, View view) {
        out.append("#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:")
                .append(TARGET_SECONDS)
                .append(
                        "\n#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=0.65,HOLD-BACK=")
                .append(3 * TARGET_SECONDS)
                .append(".0,CAN-SKIP-UNTIL=")
                .append(Playlists.seconds(SKIP_UNTIL))
                .append("\n#EXT-X-PART-INF:PART-TARGET=")
                .append(Playlists.seconds(Cutter.PART_TARGET))
                .append("\n#EXT-X-MEDIA-SEQUENCE:")
                .append(view.segments().getFirst().number())
                .append('\n');
    }

    private static int skippable(View view) {
        int count = 0;
        for (LiveSegment segment : view.segments()) {
            if (!segment.closed() || segment.end() > view.end() - SKIP_UNTIL) {
                break;
            }
            count++;
        }
        return count;
    }

    private static void segment(StringBuilder out, View view, LiveSegment segment) {
        if (segment.parts().isEmpty()) {
            return;
        }
        out.append("#EXT-X-PROGRAM-DATE-TIME:")
                .append(Playlists.dateTime(view.startedAt(), segment.start()))
                .append('\n');
        if (!view.ended() && segment.end() > view.end() - PARTS_WINDOW) {
            segment.parts().forEach(part -> part(out, part));
        }
        if (segment.closed()) {
            out.append("#EXTINF:")
                    .append(Playlists.seconds(segment.duration()))
                    .append(",\n")
                    .append(segmentName(segment.number()))
                    .append('\n');
        }
    }

    private static void part(StringBuilder out, Part part) {
        out.append("#EXT-X-PART:DURATION=")
                .append(Playlists.seconds(part.duration()))
                .append(",URI=\"")
                .append(partName(part.number(), part.index()))
                .append(part.independent() ? "\",INDEPENDENT=YES\n" : "\"\n");
    }
}
