package io.rostrum.streaming.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rostrum.http.Asset;
import io.rostrum.http.WebRoot;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pages and their assets, from the class path. Thread: the connection's event loop. */
public final class Pages {
    private static final String TITLE = "<title>Rostrum</title>";

    /** The tags that tell of the program at a path; an empty text where nothing is known. */
    @FunctionalInterface
    public interface Heads {
        String tags(String path);
    }

    private final WebRoot files = new WebRoot(Pages.class.getClassLoader());

    /** The pages of each view: a handful. */
    private final Map<String, Asset> viewed = new ConcurrentHashMap<>();

    private final PagePolicy policy;
    private final Heads heads;

    /**
     * @param base of the absolute addresses in JSON, which pages may have to reach from another
     *     name
     */
    public Pages(String base, Heads heads) {
        policy = new PagePolicy(base);
        this.heads = heads;
    }

    public void mount(Router router) {
        Doors.get(router, "/").handler(ctx -> start(ctx, View.of(ctx)));
        Doors.get(router, "/guide").handler(this::guide);
        Doors.get(router, "/watch/:channel").handler(this::watch);
        Doors.get(router, "/watch/recordings/:id").handler(this::watch);
        Doors.get(router, "/embed/:channel").handler(this::embed);
        Doors.get(router, "/embed/recordings/:id").handler(this::embed);
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
        Asset page = files.page(name);
        (tags.isEmpty() ? page : page.with(TITLE, tags)).send(ctx.request(), Asset.ASK_AGAIN);
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
