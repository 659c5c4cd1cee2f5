package io.rostrum.streaming.playback;

import io.rostrum.gate.Gate;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Viewers;
import io.rostrum.streaming.http.ViewerName;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Tells one viewer from another, and counts who asks for a live playlist. Any thread. */
final class Audience {
    /** What the host's own look at his program calls itself: he is no viewer. */
    private static final String PREVIEW = "preview";

    private final Viewers viewers;
    private final Gate gate;

    /**
     * @param gate knows who asks, behind a proxy too
     */
    Audience(Viewers viewers, Gate gate) {
        this.viewers = viewers;
        this.gate = gate;
    }

    void saw(RoutingContext ctx, Id channel) {
        saw(ctx.request(), channel);
    }

    void saw(HttpServerRequest request, Id channel) {
        String id = ViewerName.of(request);
        if (id.equals(PREVIEW)) {
            return;
        }
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        viewers.saw(
                channel,
                gate.caller(request).text(),
                agent == null ? "" : agent,
                id,
                System.nanoTime());
    }

    /** The address with the viewer's id, so that he stays the same from playlist to playlist. */
    static String named(RoutingContext ctx, String address) {
        String viewer = ViewerName.inAddress(ctx.request());
        return viewer.isEmpty() ? address : address + "?v=" + viewer;
    }
}
