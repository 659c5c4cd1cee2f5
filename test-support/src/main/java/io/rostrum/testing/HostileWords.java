package io.rostrum.testing;

import java.util.List;

/** What no honest client sends. */
final class HostileWords {
    private static final String LINE = "\r\n";

    static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO");
    static final List<String> NAMES =
            List.of(
                    "r1",
                    "",
                    "..",
                    "%2e%2e%2f",
                    "%00",
                    "%zz",
                    "%",
                    "%ff%fe",
                    "-1",
                    "0.m4s",
                    "0.99999.m4s",
                    "99999999999999999999.m4s",
                    "storyboard-99999999999.jpg",
                    "~a.b.c",
                    "a".repeat(300),
                    "<b>",
                    "whep",
                    "events",
                    "\u00e9");
    static final List<String> VALUES =
            List.of(
                    "",
                    "0",
                    "-1",
                    "1e400",
                    "99999999999999999999",
                    "%zz",
                    "%F0%9F%98",
                    "YES",
                    "tv",
                    "2026-11-20T10:00:00Z",
                    "+999999999-12-31T23:59:59Z",
                    "-999999999-01-01T00:00:00Z",
                    "http://[",
                    "a".repeat(250));
    static final List<String> PARAMETERS =
            List.of("q", "from", "to", "url", "maxwidth", "view", "v", "n", "name");
    static final List<String> PLAYER = List.of("_HLS_msn", "_HLS_part", "_HLS_skip");
    static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/sdp",
                    "application/sdpx",
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "multipart/form-data; boundary=a",
                    "image/jpeg",
                    ";;;",
                    "");
    static final List<String> HEADERS =
            List.of(
                    "Range: bytes=99999999999999999999-",
                    "Range: bytes=5-1,-0",
                    "If-None-Match: *",
                    "If-None-Match: \"",
                    "If-Range: \"a\"",
                    "Cookie: rostrum-watch=a.b.c; view=tv; ;=;",
                    "Cookie: \u0001=;\"",
                    "Accept-Encoding: gzip;q=0",
                    "Accept: ;;;q=a",
                    "Origin: null",
                    "Origin: http://[",
                    "Expect: 100-continue",
                    "Expect: a",
                    "Authorization: Bearer ",
                    "Authorization: Bearer \u00ff.\u00ff.\u00ff",
                    "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
                    "Authorization: Basic Og==",
                    "Forwarded: for=\"[",
                    "X-Forwarded-For: ,,",
                    "Upgrade: websocket" + LINE + "Connection: Upgrade",
                    "Upgrade: h2c" + LINE + "HTTP2-Settings: ?",
                    "Sec-WebSocket-Protocol: rostrum.v1" + LINE + "Sec-WebSocket-Version: x");
    static final List<String> FIELDS =
            List.of(
                    "title",
                    "host",
                    "description",
                    "visibility",
                    "password",
                    "invite",
                    "right",
                    "startsAt",
                    "startedAt",
                    "length",
                    "session",
                    "picture",
                    "at");
    static final List<String> JSON =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "1e400",
                    "99999999999999999999",
                    "\"\"",
                    "\"private\"",
                    "\"\\ud800\"",
                    "\"\\u0000\\u202e\"",
                    "\"2026-12-20T10:00:00Z\"",
                    "\"+999999999-12-31T23:59:59Z\"",
                    "{}",
                    "[[[]]]",
                    "\"" + "a".repeat(300) + "\"");

    private HostileWords() {}
}
