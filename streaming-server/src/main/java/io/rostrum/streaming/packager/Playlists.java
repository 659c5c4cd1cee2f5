package io.rostrum.streaming.packager;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words and numbers that all playlists share (RFC 8216bis). */
public final class Playlists {
    /** The highest profile and level that we expect from any source. */
    private static final String CODECS = "avc3.64001f,mp4a.40.2";

    private static final int BANDWIDTH = 4_000_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Playlists() {}

    /** A master playlist with one rendition. */
    public static String master(String media) {
        return """
        #EXTM3U
        #EXT-X-VERSION:9
        #EXT-X-STREAM-INF:BANDWIDTH=%d,CODECS="%s",CLOSED-CAPTIONS=NONE
        %s
        """
                .formatted(BANDWIDTH, CODECS, media);
    }

    /** 1/90000 s as seconds. */
    static String seconds(long ticks) {
        return String.format(Locale.ROOT, "%.5f", ticks / 90000.0);
    }

    static String dateTime(Instant startedAt, long ticks) {
        return TIME.format(startedAt.plusNanos(ticks * 100_000 / 9));
    }
}
