package io.rostrum.streaming.guard;

import io.rostrum.gate.Gate;
import io.rostrum.gate.SecurityLog.Event;
import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.AccessChange;
import io.rostrum.streaming.access.ChannelAccess;
import io.rostrum.streaming.access.Managers;
import io.rostrum.streaming.access.Rights;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.JsonBody;
import io.rostrum.streaming.http.NoSpace;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.ingest.Program;
import io.rostrum.streaming.ingest.Programs;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Where a host says who may watch. Thread: the connection's event loop; the disk on workers. */
public final class AccessDoor {
    private static final String PATH = "/api/channels/:id/access";
    private static final int LARGEST_BODY = 4096;

    private final Vertx vertx;
    private final AccessBook book;
    private final Rights rights;
    private final Managers managers;
    private final Programs programs;
    private final Recordings recordings;
    private final Links links;
    private final Gate gate;
    private final Consumer<Id> closed;

    /**
     * @param closed told which channel's viewers have to show their right again
     */
    public AccessDoor(
            Vertx vertx,
            AccessBook book,
            Rights rights,
            Managers managers,
            Programs programs,
            Recordings recordings,
            Links links,
            Gate gate,
            Consumer<Id> closed) {
        this.vertx = vertx;
        this.book = book;
        this.rights = rights;
        this.managers = managers;
        this.programs = programs;
        this.recordings = recordings;
        this.links = links;
        this.gate = gate;
        this.closed = closed;
    }

    public void mount(Router router) {
        Doors.get(router, PATH).handler(this::show);
        router.put(PATH)
                .handler(this::admit)
                .handler(SmallBody.of(MediaType.JSON, LARGEST_BODY))
                .handler(this::change);
    }

    /**
     * The channel's word counts: after a crash between the two writes of a change, and for a
     * program that began while it was changed. At the start, and once a second.
     */
    public void reconcile() {
        if (book.owes()) {
            var _ =
                    vertx.executeBlocking(
                            () -> {
                                book.settle();
                                return true;
                            },
                            false);
        }
        programs.all().forEach(program -> Reply.settle(follow(program.channel())));
    }

    private void show(RoutingContext ctx) {
        Id channel = managed(ctx);
        answer(ctx, channel, book.of(channel));
    }

    private void change(RoutingContext ctx) {
        Id channel = managed(ctx);
        AccessChange change = AccessChange.read(JsonBody.of(ctx));
        vertx.executeBlocking(() -> book.change(channel, change), false)
                .map(changed -> Objects.requireNonNull(changed))
                .recover(why -> unkept(ctx, channel, why))
                .compose(changed -> {
                    leave(channel, changed);
                    return follow(channel).map(followed -> changed);
                })
                .onComplete(Reply.to(ctx, changed -> changed(ctx, channel, changed)));
    }

    private void changed(RoutingContext ctx, Id channel, ChannelAccess changed) {
        tell(ctx, channel, changed);
        answer(ctx, channel, changed);
    }

    private void tell(RoutingContext ctx, Id channel, ChannelAccess changed, String... more) {
        List<String> said =
                new ArrayList<>(
                        List.of("channel", channel.text(), "to", changed.visibility().wire()));
        said.addAll(List.of(more));
        gate.log()
                .tell(
                        Event.ACCESS_CHANGED,
                        gate.caller(ctx.request()),
                        said.toArray(String[]::new));
    }

    /** What was closed but could not be written down: it is closed now, and the host is told. */
    private Future<ChannelAccess> unkept(RoutingContext ctx, Id channel, Throwable why) {
        if (!(why instanceof AccessBook.Unkept unkept)) {
            return Future.failedFuture(why);
        }
        tell(ctx, channel, book.of(channel), "kept", "no");
        leave(channel, book.of(channel));
        Future<Void> off = unkept.marked() ? follow(channel).otherwiseEmpty() : takeOff(channel);
        return off.compose(done -> Future.failedFuture(new NoSpace(words(unkept), why)));
    }

    private static String words(AccessBook.Unkept unkept) {
        return unkept.marked()
                ? "It is private from now on; the disk is full, so should the server start anew"
                        + " before there is room, nobody can watch."
                : "The disk is full: this cannot be kept, so the program was taken off air.";
    }

    /** Rather than to be public again after the next start. */
    private Future<Void> takeOff(Id channel) {
        return programs.onChannel(channel)
                .map(program -> program.end().otherwiseEmpty())
                .orElseGet(Future::succeededFuture);
    }

    private void leave(Id channel, ChannelAccess changed) {
        if (changed.visibility() == Visibility.PRIVATE) {
            closed.accept(channel);
        }
    }

    /** What is on air there is seen by whom the channel says. */
    private Future<Void> follow(Id channel) {
        Visibility visibility = book.visibility(channel);
        return programs.onChannel(channel)
                .filter(program -> program.session().visibility() != visibility)
                .map(program -> follow(program, visibility))
                .orElseGet(Future::succeededFuture);
    }

    /** A program that ends in this very moment was on air when its host said so. */
    private Future<Void> follow(Program program, Visibility visibility) {
        Id session = program.session().id();
        return program.change(live -> live.seenBy(visibility))
                .compose(live ->
                        live
                                ? Future.succeededFuture()
                                : vertx.executeBlocking(
                                                () ->
                                                        recordings.edit(
                                                                session,
                                                                kept -> kept.seenBy(visibility)),
                                                false)
                                        .mapEmpty());
    }

    /** Before a byte of the body is read. */
    private void admit(RoutingContext ctx) {
        var _ = managed(ctx);
        ctx.next();
    }

    private Id managed(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "id");
        managers.require(ctx, channel);
        return channel;
    }

    private void answer(RoutingContext ctx, Id channel, ChannelAccess access) {
        boolean invites = access.visibility() == Visibility.PRIVATE;
        JsonObject json =
                new JsonObject()
                        .put("visibility", access.visibility().wire())
                        .put("password", access.hasPassword())
                        .put("page", links.page(channel))
                        .put(
                                "invitation",
                                invites
                                        ? links.page(channel)
                                                + "?invite="
                                                + rights.invitation(channel, access)
                                        : null);
        Reply.json(ctx, 200, json);
    }
}
