package io.rostrum.streaming.packager;

import java.time.Instant;
import java.util.List;

/** The media playlist of a finished program. */
public final class RecordingPlaylist {
    /** Every piece with its wall clock would triple what is loaded before the first picture. */
    private static final int DATED = 16;

    private RecordingPlaylist() {}

    /**
     * Writes the playlist.
     *
     * @param startedAt when what is shown of it began
     */
    public static String write(Instant startedAt, List<Piece> pieces, PieceName.Front front) {
        long longest = pieces.stream().mapToLong(Piece::duration).max().orElse(0);
        StringBuilder out = new StringBuilder(1024 + pieces.size() * 40);
        out.append("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-TARGETDURATION:")
                .append(Math.max(1, Math.round(longest / 90000.0)))
                .append("\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-MEDIA-SEQUENCE:0\n")
                .append("#EXT-X-MAP:URI=\"init.mp4\"\n");
        for (Piece piece : pieces) {
            if (piece.number() % DATED == 0) {
                out.append("#EXT-X-PROGRAM-DATE-TIME:")
                        .append(Playlists.dateTime(startedAt, piece.start()))
                        .append('\n');
            }
            out.append("#EXTINF:")
                    .append(Playlists.seconds(piece.duration()))
                    .append(",\n")
                    .append(front.name(piece.number()))
                    .append('\n');
        }
        return out.append("#EXT-X-ENDLIST\n").toString();
    }
}
