package io.rostrum.streaming.whep;

import io.rostrum.gate.Dear;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Network;
import io.rostrum.http.Later;
import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.PathRight;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.http.Toll;
import io.rostrum.streaming.http.ViewerName;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /live/{channel}/whep}: any WHEP player watches. Thread: the connection's event loop. */
public final class WhepDoor {
    private static final String CHANNEL = "/live/:channel/whep";
    private static final String SESSION = "/live/:channel/whep/:viewer";
    private static final int LARGEST_OFFER = 64 * 1024;
    private static final String RETRY_SECONDS = "10";

    /** Statuses after which one may come back. */
    private static final Set<Integer> LATER = Set.of(429, 503);

    private static final Problem STARTING =
            new Problem(
                    "starting",
                    503,
                    "starting",
                    "The server has just started and takes viewers by WHEP in a moment.");

    private final Vertx vertx;
    private final OnAir onAir;
    private final Supplier<@Nullable Hall> hall;
    private final Consumer<RoutingContext> guard;
    private final Gate gate;

    /**
     * @param hall null until it is open
     * @param guard asked again once the offer has come
     */
    public WhepDoor(
            Vertx vertx,
            OnAir onAir,
            Supplier<@Nullable Hall> hall,
            Consumer<RoutingContext> guard,
            Gate gate) {
        this.vertx = vertx;
        this.onAir = onAir;
        this.hall = hall;
        this.guard = guard;
        this.gate = gate;
    }

    public void mount(Router router) {
        router.post(CHANNEL)
                .handler(new Toll(gate, Dear.ENTRY))
                .handler(SmallBody.of(LARGEST_OFFER))
                .handler(this::enter);
        router.delete(SESSION).handler(new Toll(gate, Dear.ENTRY)).handler(this::leave);
    }

    private void enter(RoutingContext ctx) {
        guard.accept(ctx);
        Live program = program(ctx);
        if (!MediaType.is(ctx.request(), MediaType.SDP)) {
            throw new Refusal(Problem.unsupportedType("Send " + MediaType.SDP + "."));
        }
        Hall open = open(ctx);
        Network who = gate.caller(ctx.request());
        back(open.enter(program, who, ViewerName.of(ctx.request()), SmallBody.in(ctx).toString()))
                .onComplete(
                        Later.answer(
                                opened -> answer(ctx, open, program, opened),
                                why -> refuse(ctx, why)));
    }

    private Hall open(RoutingContext ctx) {
        Hall open = hall.get();
        if (open == null) {
            ctx.response().putHeader("Retry-After", "1");
            throw new Refusal(STARTING);
        }
        return open;
    }

    private static void answer(RoutingContext ctx, Hall open, Live program, Hall.Opened opened) {
        if (ctx.response().closed()) {
            Reply.settle(open.leave(opened.id()));
            return;
        }
        ctx.response()
                .setStatusCode(201)
                .putHeader("Content-Type", MediaType.SDP)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Location", location(ctx, program, opened));
        Reply.settle(ctx.response().end(opened.answer()));
    }

    /** With the viewer's right in it, for the guard stands before this address too. */
    private static String location(RoutingContext ctx, Live program, Hall.Opened opened) {
        return "/live/" + program.channel() + PathRight.of(ctx) + "/whep/" + opened.id();
    }

    private static void refuse(RoutingContext ctx, Throwable why) {
        if (why instanceof Refusal refusal && LATER.contains(refusal.problem().status())) {
            ctx.response().putHeader("Retry-After", RETRY_SECONDS);
        }
        Reply.failure(ctx, why);
    }

    private void leave(RoutingContext ctx) {
        @Nullable String viewer = ctx.pathParam("viewer");
        back(open(ctx).leave(viewer == null ? "" : viewer))
                .onComplete(Reply.to(ctx, gone -> left(ctx, gone)));
    }

    /** Who only leaves pays nothing; who guesses does. */
    private void left(RoutingContext ctx, boolean gone) {
        if (!gone) {
            throw new Refusal(Problem.notFound());
        }
        gate.giveBack(gate.caller(ctx.request()), Dear.ENTRY);
        Reply.settle(ctx.response().setStatusCode(200).end());
    }

    private Live program(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        return onAir.onChannel(channel)
                .orElseThrow(() -> new Refusal(Problem.notOnAir(channel.text())));
    }

    /** From a viewer's loop to the connection's. */
    private <T> Future<T> back(Future<T> elsewhere) {
        Context here = vertx.getOrCreateContext();
        Promise<T> promise = Promise.promise();
        elsewhere.onComplete(done -> here.runOnContext(go -> promise.handle(done)));
        return promise.future();
    }
}
