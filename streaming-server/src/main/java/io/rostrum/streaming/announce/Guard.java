package io.rostrum.streaming.announce;

import io.rostrum.protocol.feed.Id;
import io.vertx.ext.web.RoutingContext;

/** Lets only the host of a channel pass. */
@FunctionalInterface
public interface Guard {
    /**
     * @throws io.rostrum.streaming.http.Refusal for anybody else
     */
    void require(RoutingContext ctx, Id channel);
}
