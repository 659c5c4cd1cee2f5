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
        return master(media, codecs.text(), EXPECTED, List.of());
    }

    /**
     * The same of a finished program.
     *
     * @param pieces of its media playlist
     */
    public static String recorded(
            String media, String codecs, List<Piece> pieces, List<Subtitles> captions) {
        long peak = pieces.stream().mapToLong(Piece::mostBitRate).max().orElse(EXPECTED);
        return master(media, codecs, Math.max(1, peak), captions);
    }

    private static String master(
            String media, String codecs, long bandwidth, List<Subtitles> captions) {
        StringBuilder renditions = new StringBuilder();
        captions.forEach(one -> renditions.append(rendition(one)));
        return """
        #EXTM3U
        #EXT-X-VERSION:9
        %s#EXT-X-STREAM-INF:BANDWIDTH=%d,CODECS="%s",%sCLOSED-CAPTIONS=NONE
        %s
        """
                .formatted(
                        renditions,
                        bandwidth,
                        codecs,
                        captions.isEmpty() ? "" : "SUBTITLES=\"captions\",",
                        media);
    }

    /** Shown to nobody who does not ask for them. */
    private static String rendition(Subtitles captions) {
        return """
        #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",LANGUAGE="%s",NAME="%s",DEFAULT=NO,\
        AUTOSELECT=YES,FORCED=NO,URI="%s"
        """
                .formatted(captions.language(), captions.name(), captions.playlist());
    }

    /**
     * The media playlist of captions that are one file.
     *
     * @param ticks as long as the program, in 1/90000 s
     */
    public static String captions(String file, long ticks) {
        long length = Math.max(90_000, ticks);
        return """
        #EXTM3U
        #EXT-X-VERSION:7
        #EXT-X-PLAYLIST-TYPE:VOD
        #EXT-X-TARGETDURATION:%d
        #EXT-X-MEDIA-SEQUENCE:0
        #EXTINF:%s,
        %s
        #EXT-X-ENDLIST
        """
                .formatted((length + 89_999) / 90_000, seconds(length), file);
    }

    /** 1/90000 s as seconds. */
    static String seconds(long ticks) {
        return String.format(Locale.ROOT, "%.5f", ticks / 90000.0);
    }

    static String dateTime(Instant startedAt, long ticks) {
        return TIME.format(startedAt.plusNanos(ticks * 100_000 / 9));
    }
}
