package io.rostrum.streaming.directory;

import io.rostrum.gate.Gate;
import io.rostrum.gate.Network;
import io.rostrum.gate.SecurityLog.Event;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.PathRight;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.http.Toll;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** The calls below {@code /api}. Thread: the connection's event loop. */
public final class DirectoryDoor {
    /** Seconds until somebody else may have gone. */
    private static final long ASK_AGAIN = 10;

    private final Channels channels;
    private final Recordings recordings;
    private final Events events;
    private final Links links;
    private final Gate gate;

    /**
     * @param gate knows who asks
     */
    public DirectoryDoor(
            Channels channels, Recordings recordings, Events events, Links links, Gate gate) {
        this.gate = gate;
        this.channels = channels;
        this.recordings = recordings;
        this.events = events;
        this.links = links;
    }

    public void mount(Router router) {
        Doors.get(router, "/api/channels").handler(ctx -> Reply.json(ctx, channels.all()));
        Doors.get(router, "/api/channels/events").handler(this::events);
        Doors.get(router, "/api/channels/:id").handler(this::channel);
        Doors.get(router, "/api/recordings").handler(this::recordings);
        Doors.get(router, "/api/recordings/:id").handler(this::recording);
    }

    private void events(RoutingContext ctx) {
        Network who = gate.caller(ctx.request());
        if (!events.listen(who, ctx.response(), channels::all)) {
            gate.log().tell(Event.LIMITED, who, "what", "listeners-held");
            throw Toll.refusal(
                    ctx, ASK_AGAIN, "Too many of your address listen: ask /api/channels instead.");
        }
    }

    private void channel(RoutingContext ctx) {
        Id id = PathId.of(ctx, "id");
        Reply.json(
                ctx,
                200,
                channels.one(id, PathRight.of(ctx))
                        .orElseThrow(() -> new Refusal(Problem.notOnAir(id.text()))));
    }

    /** Searching and sorting are work for a worker. */
    private void recordings(RoutingContext ctx) {
        Listing listing = Listing.of(ctx.request().params());
        ctx.vertx()
                .executeBlocking(() -> listed(listing), false)
                .onComplete(Reply.to(ctx, found -> Reply.json(ctx, Objects.requireNonNull(found))));
    }

    private JsonArray listed(Listing listing) {
        JsonArray array = new JsonArray();
        listing.of(recordings.newestFirst())
                .forEach(recording -> array.add(recording.toJson(links)));
        return array;
    }

    private void recording(RoutingContext ctx) {
        Id id = PathId.of(ctx, "id");
        Reply.json(
                ctx,
                200,
                recordings
                        .one(id)
                        .orElseThrow(() -> new Refusal(Problem.unknownRecording(id.text())))
                        .toJson(links.with(PathRight.of(ctx))));
    }
}
