package io.rostrum.streaming.packager;

import java.time.Instant;
import java.util.List;

/**
 * The media playlist of all that a live program has stored since it began.
 *
 * <p>Its segments are the pieces of the recording to come: the same bytes under the same numbers,
 * so a viewer who went back may stay when the program ends. For low latency there is {@link
 * LivePlaylist}, which stays short.
 */
public final class PastPlaylist {
    /** A piece is closed by the first key frame after four seconds. */
    static final int TARGET_SECONDS = 8;

    private static final long SECOND = 90000;
    private static final long SKIP_UNTIL = 6 * TARGET_SECONDS * SECOND;

    /** Every piece with its wall clock would double the size of a long program's playlist. */
    private static final int DATED = 16;

    private PastPlaylist() {}

    /**
     * Writes the playlist.
     *
     * @param pieces at least one
     * @param delta whether older pieces may be left out (RFC 8216bis section 6.2.5.1)
     */
    public static String write(
            Instant startedAt, List<Piece> pieces, boolean ended, boolean delta) {
        int skipped = delta && !ended ? skippable(pieces) : 0;
        StringBuilder out = new StringBuilder(512 + (pieces.size() - skipped) * 40);
        header(out, pieces);
        out.append(
                skipped > 0
                        ? "#EXT-X-SKIP:SKIPPED-SEGMENTS=" + skipped + "\n"
                        : "#EXT-X-MAP:URI=\"dvr/init.mp4\"\n");
        for (Piece piece : pieces.subList(skipped, pieces.size())) {
            if (piece.number() % DATED == 0 || piece.number() == skipped) {
                out.append("#EXT-X-PROGRAM-DATE-TIME:")
                        .append(Playlists.dateTime(startedAt, piece.start()))
                        .append('\n');
            }
            out.append("#EXTINF:")
                    .append(Playlists.seconds(piece.duration()))
                    .append(",\ndvr/")
                    .append(LivePlaylist.segmentName(piece.number()))
                    .append('\n');
        }
        return out.append(ended ? "#EXT-X-ENDLIST\n" : "").toString();
    }

    private static void header(StringBuilder out, List<Piece> pieces) {
        long longest = pieces.stream().mapToLong(Piece::duration).max().orElse(0);
        out.append("#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-TARGETDURATION:")
                .append(Math.max(TARGET_SECONDS, Math.round(longest / 90000.0)))
                .append("\n#EXT-X-SERVER-CONTROL:CAN-SKIP-UNTIL=")
                .append(Playlists.seconds(SKIP_UNTIL))
                .append("\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MEDIA-SEQUENCE:")
                .append(pieces.getFirst().number())
                .append('\n');
    }

    private static int skippable(List<Piece> pieces) {
        long until = pieces.getLast().end() - SKIP_UNTIL;
        int count = 0;
        while (pieces.get(count).end() <= until) {
            count++;
        }
        return count;
    }
}
