package io.rostrum.protocol.feed;

/** Header names and values of the feed. */
public final class FeedHeaders {
    public static final String AUTHORIZATION = "Authorization";
    public static final String CONTENT_TYPE = "Content-Type";
    public static final String JSON = "application/json";
    public static final String PROBLEM = "application/problem+json";
    public static final String MP4 = "video/mp4";

    /** With the header of a feed: when time 0 was captured, ISO 8601 in UTC. */
    public static final String BEGINS = "Rostrum-Begins";

    private static final String BEARER = "Bearer ";

    private FeedHeaders() {}

    /** The value of Authorization for a feed secret. */
    public static String bearer(String secret) {
        return BEARER + secret;
    }

    /** The secret in a value of Authorization; empty when there is none. */
    public static String secret(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).trim()
                : "";
    }
}
