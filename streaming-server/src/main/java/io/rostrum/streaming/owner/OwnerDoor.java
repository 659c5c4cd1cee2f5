package io.rostrum.streaming.owner;

import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Managers;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.JsonBody;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.function.Function;

/** A host's own recordings. Thread: the connection's event loop; the disk on workers. */
public final class OwnerDoor {
    private static final String ONE = "/api/recordings/:id";
    private static final int LARGEST_BODY = 32 << 10;

    private final Vertx vertx;
    private final Recordings recordings;
    private final Managers managers;
    private final Links links;
    private final Function<Id, String> rights;

    /**
     * @param rights gives the path segment with the right to watch a channel
     */
    public OwnerDoor(
            Vertx vertx,
            Recordings recordings,
            Managers managers,
            Links links,
            Function<Id, String> rights) {
        this.vertx = vertx;
        this.recordings = recordings;
        this.managers = managers;
        this.links = links;
        this.rights = rights;
    }

    public void mount(Router router) {
        Doors.get(router, "/api/channels/:id/recordings").handler(this::list);
        router.patch(ONE)
                .handler(this::admit)
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
                .forEach(recording -> array.add(shown(recording)));
        Reply.json(ctx, array);
    }

    private void edit(RoutingContext ctx) {
        Recording recording = managed(ctx);
        Edit edit = Edit.read(JsonBody.of(ctx));
        vertx.executeBlocking(() -> recordings.edit(recording.session().id(), edit::of), false)
                .map(edited -> Objects.requireNonNull(edited))
                .map(edited -> edited.orElseThrow(() -> unknown(recording.session().id())))
                .onSuccess(edited -> Reply.json(ctx, 200, shown(edited)))
                .onFailure(why -> Reply.failure(ctx, why));
    }

    /** The addresses of a private one carry the right to watch it. */
    private JsonObject shown(Recording recording) {
        boolean closed = recording.session().visibility() == Visibility.PRIVATE;
        return recording.toJson(
                closed ? links.with(rights.apply(recording.session().channel())) : links);
    }

    private void remove(RoutingContext ctx) {
        Recording recording = managed(ctx);
        vertx.executeBlocking(
                        () -> {
                            recordings.remove(recording);
                            return true;
                        },
                        false)
                .onSuccess(done -> Reply.settle(ctx.response().setStatusCode(204).end()))
                .onFailure(why -> Reply.failure(ctx, why));
    }

    /** Before a byte of the body is read. */
    private void admit(RoutingContext ctx) {
        var _ = managed(ctx);
        ctx.next();
    }

    private Recording managed(RoutingContext ctx) {
        Id id = PathId.of(ctx, "id");
        Recording recording = recordings.one(id).orElseThrow(() -> unknown(id));
        managers.require(ctx, recording.session().channel());
        return recording;
    }

    private static Refusal unknown(Id id) {
        return new Refusal(Problem.unknownRecording(id.text()));
    }
}
