package io.rostrum.streaming.guard;

/**
 * Paths that can be read in one way only.
 *
 * <p>All our names are letters, digits and a few signs; whatever a router, a proxy and we could
 * read differently (empty names, dots, percent signs) is no plain path.
 */
final class PlainPath {
    private PlainPath() {}

    /** Names behind slashes, each of unreserved characters (RFC 3986 section 2.3). */
    static boolean is(String path) {
        if (path.length() < 2 || path.charAt(0) != '/') {
            return false;
        }
        int begin = 1;
        for (int at = 1; at < path.length(); at++) {
            if (path.charAt(at) == '/') {
                if (!isName(path, begin, at)) {
                    return false;
                }
                begin = at + 1;
            } else if (!isUnreserved(path.charAt(at))) {
                return false;
            }
        }
        return begin == path.length() || isName(path, begin, path.length());
    }

    /** Neither empty nor a way up the tree. */
    private static boolean isName(String path, int from, int to) {
        boolean dot = path.charAt(from) == '.';
        return switch (to - from) {
            case 0 -> false;
            case 1 -> !dot;
            case 2 -> !dot || path.charAt(from + 1) != '.';
            default -> true;
        };
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '.'
                || c == '_'
                || c == '~'
                || c == '-';
    }
}
