package io.rostrum.streaming.packager;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Words and numbers that all playlists share (RFC 8216bis). */
public final class Playlists {
    /** Bits in a second that a program which goes on may take, as far as anybody knows. */
    private static final long EXPECTED = 4_000_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Playlists() {}

    /**
     * A master playlist with one rendition, of a program that goes on. It tells no RESOLUTION: the
     * next take may have another.
     *
     * @param codecs what is known by now
     */
    public static String live(String media, Codecs codecs) {
        return master(media, codecs.text(), EXPECTED);
    }

    /**
     * The same of a finished program.
     *
     * @param pieces of its media playlist
     */
    public static String recorded(String media, String codecs, List<Piece> pieces) {
        long peak = pieces.stream().mapToLong(Piece::mostBitRate).max().orElse(EXPECTED);
        return master(media, codecs, Math.max(1, peak));
    }

    private static String master(String media, String codecs, long bandwidth) {
        return """
        #EXTM3U
        #EXT-X-VERSION:9
        #EXT-X-STREAM-INF:BANDWIDTH=%d,CODECS="%s",CLOSED-CAPTIONS=NONE
        %s
        """
                .formatted(bandwidth, codecs, media);
    }

    /** 1/90000 s as seconds. */
    static String seconds(long ticks) {
        return String.format(Locale.ROOT, "%.5f", ticks / 90000.0);
    }

    static String dateTime(Instant startedAt, long ticks) {
        return TIME.format(startedAt.plusNanos(ticks * 100_000 / 9));
    }
}
