package io.rostrum.streaming.playback;

import org.jspecify.annotations.Nullable;

/**
 * Where a live segment or a part of it is: {@code /live/{channel}/{session}/12.m4s} or {@code
 * …/12.3.m4s}. Read by hand: nothing is asked for as often.
 *
 * @param part in the segment; -1 for all of it
 */
record MediaAddress(String channel, String session, long number, int part) {
    private static final String FRONT = "/live/";
    private static final String END = ".m4s";
    private static final String PLAYLIST = "/media.m3u8";
    private static final int MOST_DIGITS = 15;
    private static final int MOST_PART_DIGITS = 4;

    /** The address, or null where the path is another. */
    static @Nullable MediaAddress read(String path) {
        if (!path.startsWith(FRONT) || !path.endsWith(END)) {
            return null;
        }
        int session = path.indexOf('/', FRONT.length()) + 1;
        int name = path.indexOf('/', session) + 1;
        if (session == 0 || name == 0 || path.indexOf('/', name) >= 0) {
            return null;
        }
        int end = path.length() - END.length();
        int dot = path.indexOf('.', name);
        int last = Math.min(dot, end);
        boolean whole = dot == end;
        if (!isNumber(path, name, last, MOST_DIGITS)
                || !whole && !isNumber(path, dot + 1, end, MOST_PART_DIGITS)) {
            return null;
        }
        return new MediaAddress(
                path.substring(FRONT.length(), session - 1),
                path.substring(session, name - 1),
                Long.parseLong(path, name, last, 10),
                whole ? -1 : Integer.parseInt(path, dot + 1, end, 10));
    }

    /** The address of a live playlist: {@code /live/{channel}/{session}/media.m3u8}; or null. */
    static @Nullable MediaAddress playlist(String path) {
        if (!path.startsWith(FRONT) || !path.endsWith(PLAYLIST)) {
            return null;
        }
        int session = path.indexOf('/', FRONT.length()) + 1;
        int end = path.length() - PLAYLIST.length();
        if (session == 0 || session >= end || path.indexOf('/', session) != end) {
            return null;
        }
        return new MediaAddress(
                path.substring(FRONT.length(), session - 1), path.substring(session, end), -1, -1);
    }

    /** Whether it is that of the playlist. */
    boolean playlist() {
        return number < 0;
    }

    private static boolean isNumber(String text, int from, int to, int most) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from && to - from <= most;
    }
}
