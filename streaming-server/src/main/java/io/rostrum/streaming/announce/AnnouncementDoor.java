package io.rostrum.streaming.announce;

import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.http.Body;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.JsonBody;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.picture.Pictures;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls for what comes. Thread: the connection's event loop; the disk on workers. */
public final class AnnouncementDoor {
    private static final String OF_A_CHANNEL = "/api/channels/:channel/announcements";
    private static final String ONE = OF_A_CHANNEL + "/:announcement";
    private static final int LARGEST_WORDS = 32 << 10;

    /** Told after every change. */
    @FunctionalInterface
    public interface Listener {
        void changed();
    }

    private final Vertx vertx;
    private final Announcements announcements;
    private final Coming coming;
    private final Guard guard;
    private final Function<Id, String> rights;
    private final Links links;
    private final Listener listener;
    private final InstantSource clock;

    /**
     * @param rights gives the path segment with the right to watch a channel
     */
    public AnnouncementDoor(
            Vertx vertx,
            Announcements announcements,
            Coming coming,
            Guard guard,
            Function<Id, String> rights,
            Links links,
            Listener listener,
            InstantSource clock) {
        this.vertx = vertx;
        this.announcements = announcements;
        this.coming = coming;
        this.guard = guard;
        this.rights = rights;
        this.links = links;
        this.listener = listener;
        this.clock = clock;
    }

    /** Who may not pass is refused before a byte of his body is read. */
    public void mount(Router router) {
        SmallBody words = SmallBody.of(MediaType.JSON, LARGEST_WORDS);
        SmallBody picture = SmallBody.of(Pictures.LARGEST);
        Doors.get(router, "/api/announcements").handler(this::list);
        Doors.get(router, "/api/announcements/:announcement").handler(this::one);
        Doors.get(router, "/announcements/:announcement/picture.jpg").handler(this::picture);
        Doors.get(router, OF_A_CHANNEL).handler(this::admit).handler(this::own);
        router.post(OF_A_CHANNEL).handler(this::admit).handler(words).handler(this::add);
        router.patch(ONE).handler(this::admit).handler(words).handler(this::change);
        router.delete(ONE).handler(this::admit).handler(this::delete);
        router.put(ONE + "/picture").handler(this::admit).handler(picture).handler(this::redraw);
        router.delete(ONE + "/picture").handler(this::admit).handler(ctx -> draw(ctx, null));
    }

    private void admit(RoutingContext ctx) {
        guard.require(ctx, PathId.of(ctx, "channel"));
        ctx.next();
    }

    private void list(RoutingContext ctx) {
        JsonArray array = new JsonArray();
        coming.list(clock.instant()).forEach(one -> array.add(json(one)));
        Reply.json(ctx, array);
    }

    /** What a host announced, whoever may see it. */
    private void own(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        JsonArray array = new JsonArray();
        announcements.coming(clock.instant()).stream()
                .filter(one -> one.channel().equals(channel))
                .forEach(one -> array.add(own(one)));
        Reply.json(ctx, array);
    }

    private void one(RoutingContext ctx) {
        Id id = PathId.of(ctx, "announcement");
        Announcement one =
                announcements
                        .one(id)
                        .filter(coming::isPublic)
                        .orElseThrow(() -> Announcements.unknown(id));
        Reply.json(ctx, 200, json(one));
    }

    private void picture(RoutingContext ctx) {
        Id id = PathId.of(ctx, "announcement");
        answer(
                ctx,
                () -> announcements.picture(id).orElseThrow(() -> new Refusal(Problem.notFound())),
                jpeg -> Reply.bytes(ctx, "image/jpeg", Reply.IMMUTABLE, Body.of(jpeg), sent -> {}));
    }

    private void add(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        Instant now = clock.instant();
        Draft draft = Draft.read(JsonBody.of(ctx), Draft.EMPTY).checked(now);
        answer(
                ctx,
                () -> announcements.add(channel, draft, now),
                one -> {
                    ctx.response()
                            .putHeader("Location", links.base() + "/api/announcements/" + one.id());
                    told(ctx, 201, one);
                });
    }

    private void change(RoutingContext ctx) {
        JsonObject news = JsonBody.of(ctx);
        Id id = PathId.of(ctx, "announcement");
        Id channel = PathId.of(ctx, "channel");
        answer(
                ctx,
                () -> announcements.change(id, channel, news, clock.instant()),
                one -> told(ctx, 200, one));
    }

    private void delete(RoutingContext ctx) {
        Id id = PathId.of(ctx, "announcement");
        Id channel = PathId.of(ctx, "channel");
        answer(
                ctx,
                () -> {
                    announcements.delete(id, channel);
                    return id;
                },
                gone -> {
                    listener.changed();
                    Reply.settle(ctx.response().setStatusCode(204).end());
                });
    }

    private void redraw(RoutingContext ctx) {
        draw(ctx, SmallBody.in(ctx).getBytes());
    }

    private void draw(RoutingContext ctx, byte @Nullable [] sent) {
        Id id = PathId.of(ctx, "announcement");
        Id channel = PathId.of(ctx, "channel");
        announcements.known(id, channel);
        answer(
                ctx,
                () ->
                        announcements.picture(
                                id,
                                channel,
                                sent == null ? null : Pictures.remade(sent),
                                clock.instant()),
                one -> told(ctx, 200, one));
    }

    private void told(RoutingContext ctx, int status, Announcement one) {
        listener.changed();
        Reply.json(ctx, status, own(one));
    }

    /** As its host gets it: the picture of a private one with the right to see it. */
    private JsonObject own(Announcement one) {
        return coming.isPrivate(one)
                ? json(one).put("picture", coming.picture(one, rights.apply(one.channel())))
                : json(one);
    }

    /** As everybody may read it. */
    private JsonObject json(Announcement one) {
        return one.toJson()
                .put("endsAt", one.endsAt().toString())
                .put("page", links.coming(one.id()))
                .put("watch", links.page(one.channel()))
                .put("picture", coming.picture(one));
    }

    private interface Answer<T> {
        void with(T result);
    }

    private <T> void answer(RoutingContext ctx, Callable<T> work, Answer<T> answer) {
        vertx.executeBlocking(work, false)
                .onComplete(Reply.to(ctx, result -> answer.with(Objects.requireNonNull(result))));
    }
}
