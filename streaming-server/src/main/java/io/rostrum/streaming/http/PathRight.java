package io.rostrum.streaming.http;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The right to watch as a path segment, {@code /live/{channel}/~{token}/…}: relative addresses
 * inherit it, in every player and through every cache.
 */
public final class PathRight {
    /** What the segment begins with; no id and no name of ours does. */
    public static final String MARK = "~";

    private static final String KEY = PathRight.class.getName();

    private PathRight() {}

    /** The segment with its slash, for addresses that answer this request; empty where none is. */
    public static String of(RoutingContext ctx) {
        @Nullable String token = ctx.get(KEY);
        return token == null ? "" : segment(token);
    }

    public static void put(RoutingContext ctx, String token) {
        ctx.put(KEY, token);
    }

    public static String segment(String token) {
        return "/" + MARK + token;
    }
}
