package io.rostrum.streaming.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** The pages and their assets, from the class path. Thread: the connection's event loop. */
public final class Pages {
    private static final String ROOT = "webroot/";
    private static final String TITLE = "<title>Rostrum</title>";
    private static final Pattern ASSET = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}");
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("webmanifest", "application/manifest+json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"));

    /** The tags that tell of the program at a path; an empty text where nothing is known. */
    @FunctionalInterface
    public interface Heads {
        String tags(String path);
    }

    private record Asset(Reply.Text text, String tag) {
        static Asset of(byte[] bytes) {
            CRC32C crc = new CRC32C();
            crc.update(bytes);
            String tag = "W/\"" + HexFormat.of().toHexDigits(crc.getValue()) + '"';
            return new Asset(new Reply.Text(bytes, Reply.Text.pack(bytes)), tag);
        }

        /** The same page with these words instead of those. */
        Asset with(String those, String these) {
            String page = new String(text.plain(), StandardCharsets.UTF_8);
            return of(page.replace(those, these).getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();
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
        Doors.get(router, "/").handler(this::start);
        Doors.get(router, "/guide").handler(this::guide);
        Doors.get(router, "/watch/:channel").handler(this::watch);
        Doors.get(router, "/watch/recordings/:id").handler(this::watch);
        Doors.get(router, "/embed/:channel").handler(this::embed);
        Doors.get(router, "/embed/recordings/:id").handler(this::embed);
        Doors.get(router, "/assets/:name").handler(ctx -> asset(ctx, "assets/", Reply.IMMUTABLE));
        Doors.get(router, "/:name").handler(ctx -> asset(ctx, "", Reply.NO_CACHE));
    }

    private void start(RoutingContext ctx) {
        View view = View.of(ctx);
        policy.plain(ctx.response());
        send(ctx, "html", viewed(view.page(), view), Reply.NO_CACHE);
    }

    private void guide(RoutingContext ctx) {
        View view = View.of(ctx);
        policy.plain(ctx.response());
        send(ctx, "html", viewed("guide.html", view), Reply.NO_CACHE);
    }

    private Asset viewed(String name, View view) {
        String key = name + '?' + view;
        Asset known = loaded.get(key);
        if (known == null) {
            known = found(name).with("<html ", "<html data-view=\"" + view.word() + "\" ");
            loaded.put(key, known);
        }
        return known;
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
        Asset page = found(name);
        send(ctx, "html", tags.isEmpty() ? page : page.with(TITLE, tags), Reply.NO_CACHE);
    }

    private void asset(RoutingContext ctx, String folder, String cache) {
        String name = ctx.pathParam("name");
        if (name == null || !ASSET.matcher(name).matches() || name.endsWith(".html")) {
            throw new Refusal(Problem.notFound());
        }
        send(ctx, name.substring(name.lastIndexOf('.') + 1), found(folder + name), cache);
    }

    private Asset found(String name) {
        return load(name).orElseThrow(() -> new Refusal(Problem.notFound()));
    }

    private static void send(RoutingContext ctx, String ending, Asset asset, String cache) {
        HttpServerResponse response = ctx.response().putHeader("ETag", asset.tag);
        if (asset.tag.equals(ctx.request().getHeader("If-None-Match"))) {
            Reply.settle(response.setStatusCode(304).end());
            return;
        }
        String type = TYPES.getOrDefault(ending, "application/octet-stream");
        Reply.text(ctx, type, asset.text, cache);
    }

    private Optional<Asset> load(String name) {
        Asset known = loaded.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream(ROOT + name)) {
            if (in == null) {
                return Optional.empty();
            }
            Asset asset = Asset.of(in.readAllBytes());
            loaded.put(name, asset);
            return Optional.of(asset);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
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
