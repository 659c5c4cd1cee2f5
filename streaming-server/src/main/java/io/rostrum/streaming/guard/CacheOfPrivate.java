package io.rostrum.streaming.guard;

import io.vertx.core.http.HttpServerResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long what is private may be kept by caches.
 *
 * <p>With the right in the path a cache in front may keep it, under that address only, for a
 * minute: so long a right lives on there that was taken back. Without it, only the viewer's own.
 */
final class CacheOfPrivate {
    private static final long LONGEST_SECONDS = 60;
    private static final Pattern AGE = Pattern.compile("max-age=(\\d{1,9})");

    private CacheOfPrivate() {}

    static void apply(HttpServerResponse response, boolean rightInPath) {
        String meant = response.headers().get("Cache-Control");
        if (meant != null) {
            response.putHeader("Cache-Control", of(meant, rightInPath));
        }
    }

    /** The header for what would have that one were it public. */
    static String of(String meant, boolean rightInPath) {
        Matcher age = AGE.matcher(meant);
        if (meant.contains("no-store") || !age.find()) {
            return rightInPath ? meant : "private, " + meant;
        }
        long seconds = Math.min(Long.parseLong(age.group(1)), LONGEST_SECONDS);
        return (rightInPath ? "public" : "private") + ", max-age=" + seconds;
    }
}
