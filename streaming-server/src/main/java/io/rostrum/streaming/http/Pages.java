package io.rostrum.streaming.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rostrum.http.Asset;
import io.rostrum.http.WebRoot;
import io.rostrum.protocol.feed.Id;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The pages and their assets, from the class path. Thread: the connection's event loop. */
public final class Pages {
    private static final String TITLE = "<title>Rostrum</title>";

    /** The tags that tell of the program at a path; an empty text where nothing is known. */
    @FunctionalInterface
    public interface Heads {
        String tags(String path);
    }

    /** What can be looked up before a page is shown for it. */
    @FunctionalInterface
    public interface Known {
        boolean holds(Id id);
    }

    private final WebRoot files;

    /** The pages of each view: a handful. */
    private final Map<String, Asset> viewed = new ConcurrentHashMap<>();

    private final PagePolicy policy;
    private final Heads heads;
    private final Known recordings;
    private final Known announcements;

    /**
     * @param base of the absolute addresses in JSON, which pages may have to reach from another
     *     name
     * @param rooms where browsers reach the center; null where nobody said
     * @param recordings which there are, live ones too
     * @param announcements which there are for everybody
     */
    public Pages(
            String base, @Nullable URI rooms, Heads heads, Known recordings, Known announcements) {
        files = new WebRoot(Pages.class.getClassLoader(), rooms);
        this.recordings = recordings;
        this.announcements = announcements;
        policy = new PagePolicy(base);
        this.heads = heads;
    }

    public void mount(Router router) {
        Doors.get(router, "/").handler(ctx -> start(ctx, View.of(ctx)));
        Doors.get(router, "/guide").handler(this::guide);
        Doors.get(router, "/recordings").handler(ctx -> viewed(ctx, "index.html", View.of(ctx)));
        Doors.get(router, "/coming/:id").handler(this::coming);
        Doors.get(router, "/watch/:channel").handler(Pages::channel).handler(this::watch);
        Doors.get(router, "/watch/recordings/:id").handler(this::recording).handler(this::watch);
        Doors.get(router, "/embed/:channel").handler(Pages::channel).handler(this::embed);
        Doors.get(router, "/embed/recordings/:id").handler(this::recording).handler(this::embed);
        WebRoot.SIGNS.forEach(
                name -> Doors.get(router, "/" + name).handler(ctx -> sign(ctx, name)));
        Doors.get(router, "/assets/:name").handler(this::asset);
    }

    private void start(RoutingContext ctx, View view) {
        viewed(ctx, view.page(), view);
    }

    private void guide(RoutingContext ctx) {
        viewed(ctx, "guide.html", View.of(ctx));
    }

    private void viewed(RoutingContext ctx, String name, View view) {
        policy.plain(ctx.response());
        viewed.computeIfAbsent(name + '?' + view, first -> made(name, view))
                .send(ctx.request(), Asset.ASK_AGAIN);
    }

    private Asset made(String name, View view) {
        return files.page(name).with("<html ", "<html data-view=\"" + view.word() + "\" ");
    }

    /** Whether it can be one: nobody knows all channels, rooms are made elsewhere. */
    private static void channel(RoutingContext ctx) {
        id(ctx, "channel", Problem.unknownChannel());
        ctx.next();
    }

    private void recording(RoutingContext ctx) {
        Problem unknown = Problem.unknownRecording(String.valueOf(ctx.pathParam("id")));
        if (!recordings.holds(id(ctx, "id", unknown))) {
            throw new Refusal(unknown);
        }
        ctx.next();
    }

    private void coming(RoutingContext ctx) {
        Problem unknown = Problem.unknownAnnouncement(String.valueOf(ctx.pathParam("id")));
        if (!announcements.holds(id(ctx, "id", unknown))) {
            throw new Refusal(unknown);
        }
        policy.plain(ctx.response());
        program(ctx, "coming.html");
    }

    private static Id id(RoutingContext ctx, String name, Problem otherwise) {
        return Id.parse(String.valueOf(ctx.pathParam(name)))
                .orElseThrow(() -> new Refusal(otherwise));
    }

    private void watch(RoutingContext ctx) {
        policy.player(ctx.response());
        program(ctx, "watch.html");
    }

    private void embed(RoutingContext ctx) {
        policy.embedded(ctx.response());
        program(ctx, "embed.html");
    }

    private void program(RoutingContext ctx, String name) {
        String tags = heads.tags(ctx.normalizedPath());
        View view = View.of(ctx);
        Asset page = viewed.computeIfAbsent(name + '?' + view, first -> made(name, view));
        (tags.isEmpty() ? page : page.with(TITLE, tags)).send(ctx.request(), Asset.ASK_AGAIN);
    }

    private void sign(RoutingContext ctx, String name) {
        files.sign(name)
                .orElseThrow(() -> new Refusal(Problem.notFound()))
                .send(ctx.request(), Asset.ASK_AGAIN);
    }

    private void asset(RoutingContext ctx) {
        files.asset(String.valueOf(ctx.pathParam("name")))
                .orElseThrow(() -> new Refusal(Problem.notFound()))
                .send(ctx.request(), Asset.FOR_EVER);
    }

    /** The description of the calls; a file of ours. */
    public static Reply.Text openApi() {
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing");
            }
            return Reply.Text.of(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("openapi.json cannot be read", e);
        }
    }
}
