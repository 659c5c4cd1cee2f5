package io.rostrum.streaming.owner;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Managers;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The recording that a request of its host is about. Thread: the connection's event loop; the disk
 * on workers.
 */
public final class Owned {
    private final Vertx vertx;
    private final Recordings recordings;
    private final Managers managers;
    private final Links links;
    private final Function<Id, String> rights;

    /**
     * @param rights gives the path segment with the right to watch a channel
     */
    public Owned(
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

    /** Lets its host pass, before a byte of the body is read. */
    void admit(RoutingContext ctx) {
        var _ = managed(ctx);
        ctx.next();
    }

    /**
     * The recording that the path names.
     *
     * @throws Refusal where there is none, or another's
     */
    Recording managed(RoutingContext ctx) {
        Id id = PathId.of(ctx, "id");
        Recording recording = recordings.one(id).orElseThrow(() -> unknown(id));
        managers.require(ctx, recording.session().channel());
        return recording;
    }

    /** Changes what stands beside it, and answers with the recording as it is then. */
    void change(RoutingContext ctx, Recordings.Change change) {
        Id id = managed(ctx).session().id();
        answer(
                ctx,
                () -> recordings.change(id, change).orElseThrow(() -> unknown(id)),
                changed -> Reply.json(ctx, 200, shown(changed)));
    }

    <T> void answer(RoutingContext ctx, Callable<T> work, Consumer<T> answer) {
        vertx.executeBlocking(work, false)
                .map(done -> Objects.requireNonNull(done))
                .onComplete(Reply.to(ctx, answer));
    }

    /** As its host gets it: the addresses of a private one carry the right to watch it. */
    JsonObject shown(Recording recording) {
        boolean closed = recording.session().visibility() == Visibility.PRIVATE;
        return recording.toJson(
                closed ? links.with(rights.apply(recording.session().channel())) : links);
    }

    static Refusal unknown(Id id) {
        return new Refusal(Problem.unknownRecording(id.text()));
    }
}
