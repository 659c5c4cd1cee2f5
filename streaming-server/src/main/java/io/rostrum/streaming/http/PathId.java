package io.rostrum.streaming.http;

import io.rostrum.protocol.feed.Id;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Ids in the paths of requests. */
public final class PathId {
    private PathId() {}

    /**
     * The id in the place of that name.
     *
     * @throws Refusal 400 where it cannot be one
     */
    public static Id of(RoutingContext ctx, String name) {
        return of(ctx.pathParam(name));
    }

    /**
     * The same of a text.
     *
     * @throws Refusal 400 where it cannot be one
     */
    public static Id of(@Nullable String text) {
        return Id.parse(text == null ? "" : text).orElseThrow(() -> new Refusal(Problem.badId()));
    }
}
