package io.rostrum.load.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A low-latency playlist, read as far as somebody needs who waits for its parts.
 *
 * @param parts in their order, those of segments that have none left out
 * @param text of the playlist
 */
public record Listing(List<Part> parts, String text) {
    /**
     * @param number of the segment
     * @param index in it
     * @param end wall time of its last moment
     */
    public record Part(long number, int index, Instant end, String uri) {}

    public Listing {
        parts = List.copyOf(parts);
    }

    public static Listing read(String playlist) {
        List<Part> parts = new ArrayList<>();
        long number = 0;
        int index = 0;
        Instant at = Instant.EPOCH;
        for (String line : playlist.lines().toList()) {
            if (line.startsWith("#EXT-X-MEDIA-SEQUENCE:")) {
                number = Long.parseLong(after(line, ":"));
            } else if (line.startsWith("#EXT-X-SKIP:SKIPPED-SEGMENTS=")) {
                number += Long.parseLong(after(line, "="));
            } else if (line.startsWith("#EXT-X-PROGRAM-DATE-TIME:")) {
                at = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(after(line, ":"), Instant::from);
                index = 0;
            } else if (line.startsWith("#EXT-X-PART:DURATION=")) {
                String seconds = after(line, "=").split(",", 2)[0];
                at = at.plus(Duration.ofNanos(Math.round(Double.parseDouble(seconds) * 1e9)));
                parts.add(new Part(number, index++, at, uri(line)));
            } else if (line.startsWith("#EXTINF:")) {
                number++;
            }
        }
        return new Listing(parts, playlist);
    }

    private static String uri(String line) {
        int from = line.indexOf("URI=\"") + 5;
        return line.substring(from, line.indexOf('"', from));
    }

    private static String after(String line, String mark) {
        return line.substring(line.indexOf(mark) + 1);
    }

    public Part last() {
        return parts.getLast();
    }
}
