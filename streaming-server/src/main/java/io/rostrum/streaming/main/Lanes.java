package io.rostrum.streaming.main;

import io.rostrum.streaming.playback.FastLane;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** Who stands before the doors; asked once on each event loop. */
interface Lanes {
    Handler<HttpServerRequest> before(Handler<HttpServerRequest> doors, FastLane.Shared shared);

    /** What is asked most goes a shorter way. */
    static Handler<HttpServerRequest> fast(
            Handler<HttpServerRequest> doors, FastLane.Shared shared) {
        return new FastLane(shared, doors);
    }

    /** Everything goes through the doors. */
    static Handler<HttpServerRequest> none(
            Handler<HttpServerRequest> doors, FastLane.Shared shared) {
        return doors;
    }
}
