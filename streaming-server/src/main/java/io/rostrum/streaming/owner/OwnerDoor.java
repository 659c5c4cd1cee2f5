package io.rostrum.streaming.owner;

import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Managers;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.JsonBody;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** A host's own recordings. Thread: the connection's event loop; the disk on workers. */
public final class OwnerDoor {
    private static final String ONE = "/api/recordings/:id";
    private static final int LARGEST_BODY = 32 << 10;

    private final Vertx vertx;
    private final Recordings recordings;
    private final Managers managers;
    private final Owned owned;

    public OwnerDoor(Vertx vertx, Recordings recordings, Managers managers, Owned owned) {
        this.vertx = vertx;
        this.recordings = recordings;
        this.managers = managers;
        this.owned = owned;
    }

    public void mount(Router router) {
        Doors.get(router, "/api/channels/:id/recordings").handler(this::list);
        router.patch(ONE)
                .handler(owned::admit)
                .handler(SmallBody.of(MediaType.JSON, LARGEST_BODY))
                .handler(this::edit);
        router.delete(ONE).handler(this::remove);
    }

    /** All of them, those too that are listed nowhere else. */
    private void list(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "id");
        managers.require(ctx, channel);
        JsonArray array = new JsonArray();
        recordings.everything().stream()
                .filter(recording -> recording.session().channel().equals(channel))
                .forEach(recording -> array.add(owned.shown(recording)));
        Reply.json(ctx, array);
    }

    private void edit(RoutingContext ctx) {
        Recording recording = owned.managed(ctx);
        Edit edit = Edit.read(JsonBody.of(ctx));
        vertx.executeBlocking(() -> recordings.edit(recording.session().id(), edit::of), false)
                .map(edited -> Objects.requireNonNull(edited))
                .map(edited -> edited.orElseThrow(() -> Owned.unknown(recording.session().id())))
                .onComplete(Reply.to(ctx, edited -> Reply.json(ctx, 200, owned.shown(edited))));
    }

    private void remove(RoutingContext ctx) {
        Recording recording = owned.managed(ctx);
        vertx.executeBlocking(
                        () -> {
                            recordings.remove(recording);
                            return true;
                        },
                        false)
                .onComplete(
                        Reply.to(
                                ctx,
                                done -> Reply.settle(ctx.response().setStatusCode(204).end())));
    }
}
