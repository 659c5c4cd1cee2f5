package io.rostrum.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Entity tags that a caller has already (RFC 9110 section 13.1.2). */
public final class Tags {
    private static final String WEAK = "W/";

    private Tags() {}

    /** Whether If-None-Match names that tag, in a list or by an asterisk, compared weakly. */
    public static boolean known(HttpServerRequest request, String tag) {
        for (String line : request.headers().getAll(HttpHeaders.IF_NONE_MATCH)) {
            if (line.strip().equals("*") || lists(line, opaque(tag))) {
                return true;
            }
        }
        return false;
    }

    /** Tags may hold commas, so it is read from quote to quote. */
    private static boolean lists(String line, String wanted) {
        int open = line.indexOf('"');
        while (open >= 0) {
            int close = line.indexOf('"', open + 1);
            if (close < 0) {
                return false;
            }
            if (line.substring(open, close + 1).equals(wanted)) {
                return true;
            }
            open = line.indexOf('"', close + 1);
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
