package io.rostrum.streaming.layer;

import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Managers;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.JsonBody;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.ingest.Program;
import io.rostrum.streaming.ingest.Programs;
import io.rostrum.streaming.picture.Pictures;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.Shown;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Objects;

/** Where a host switches the layer of what he has on air. Thread: the connection's event loop. */
public final class SwitchDoor {
    private static final String PATH = "/api/channels/:id/layer";
    private static final String MARK = PATH + "/logo";
    private static final int LARGEST_BODY = 32 << 10;

    /** Of a mark, in points of the picture that it stands above at its largest. */
    private static final int WIDTH = 480;

    private static final int HEIGHT = 160;

    private final Vertx vertx;
    private final Programs programs;
    private final Managers managers;

    public SwitchDoor(Vertx vertx, Programs programs, Managers managers) {
        this.vertx = vertx;
        this.programs = programs;
        this.managers = managers;
    }

    public void mount(Router router) {
        Doors.get(router, PATH).handler(this::tell);
        router.put(MARK)
                .handler(this::admit)
                .handler(SmallBody.of(Pictures.LARGEST))
                .handler(this::mark);
        router.patch(PATH)
                .handler(this::admit)
                .handler(SmallBody.of(MediaType.JSON, LARGEST_BODY))
                .handler(this::change);
    }

    private void tell(RoutingContext ctx) {
        Program program = managed(ctx);
        Reply.json(
                ctx,
                200,
                LayerJson.switches(
                        program.session().id(), program.live().overlay().layer().switches()));
    }

    private void change(RoutingContext ctx) {
        Program program = managed(ctx);
        List<Shown> wanted = LayerChange.read(JsonBody.of(ctx));
        answer(ctx, program, program.show(before -> wanted));
    }

    /** Whatever was sent is decoded and made anew. */
    private void mark(RoutingContext ctx) {
        Program program = managed(ctx);
        byte[] sent = SmallBody.in(ctx).getBytes();
        Future<Layer.Switches> shown =
                vertx.executeBlocking(() -> Pictures.mark(sent, WIDTH, HEIGHT), false)
                        .compose(png -> program.mark(Objects.requireNonNull(png)));
        answer(ctx, program, shown);
    }

    private static void answer(RoutingContext ctx, Program program, Future<Layer.Switches> shown) {
        Id session = program.session().id();
        shown.onComplete(
                Reply.to(ctx, then -> Reply.json(ctx, 200, LayerJson.switches(session, then))));
    }

    /** Before a byte of the body is read. */
    private void admit(RoutingContext ctx) {
        var _ = managed(ctx);
        ctx.next();
    }

    private Program managed(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "id");
        managers.require(ctx, channel);
        return programs.onChannel(channel)
                .orElseThrow(() -> new Refusal(Problem.notOnAir(channel.text())));
    }
}
