package io.rostrum.streaming.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** The pages and their assets, from the class path. Thread: the connection's event loop. */
public final class Pages {
    private static final String ROOT = "webroot/";
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

    private record Asset(Reply.Text text, String tag) {}

    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();
    private final String policy;

    /**
     * @param base of the absolute addresses in JSON, which pages may have to reach from another
     *     name
     */
    public Pages(String base) {
        policy =
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                        + " font-src 'self'; manifest-src 'self'; worker-src 'self' blob:; img-src"
                        + " 'self' data: blob: "
                        + base
                        + "; media-src 'self' blob: "
                        + base
                        + "; connect-src 'self' "
                        + base
                        + "; base-uri 'none'; form-action 'self'; frame-ancestors *";
    }

    public void mount(Router router) {
        Doors.get(router, "/").handler(ctx -> page(ctx, "index.html"));
        Doors.get(router, "/watch/:channel").handler(ctx -> page(ctx, "watch.html"));
        Doors.get(router, "/watch/recordings/:id").handler(ctx -> page(ctx, "watch.html"));
        Doors.get(router, "/assets/:name").handler(ctx -> asset(ctx, "assets/", Reply.IMMUTABLE));
        Doors.get(router, "/:name").handler(ctx -> asset(ctx, "", Reply.NO_CACHE));
    }

    private void page(RoutingContext ctx, String name) {
        ctx.response()
                .putHeader("Content-Security-Policy", policy)
                .putHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        send(ctx, name, Reply.NO_CACHE);
    }

    private void asset(RoutingContext ctx, String folder, String cache) {
        String name = ctx.pathParam("name");
        if (name == null || !ASSET.matcher(name).matches() || name.endsWith(".html")) {
            throw new Refusal(Problem.notFound());
        }
        send(ctx, folder + name, cache);
    }

    private void send(RoutingContext ctx, String name, String cache) {
        Asset asset = load(name).orElseThrow(() -> new Refusal(Problem.notFound()));
        HttpServerResponse response = ctx.response().putHeader("ETag", asset.tag);
        if (asset.tag.equals(ctx.request().getHeader("If-None-Match"))) {
            Reply.settle(response.setStatusCode(304).end());
            return;
        }
        String type =
                TYPES.getOrDefault(
                        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
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
            byte[] bytes = in.readAllBytes();
            CRC32C crc = new CRC32C();
            crc.update(bytes);
            String tag = "W/\"" + HexFormat.of().toHexDigits(crc.getValue()) + '"';
            Asset asset = new Asset(new Reply.Text(bytes, Reply.Text.pack(bytes)), tag);
            loaded.put(name, asset);
            return Optional.of(asset);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }

    /** The description of the calls; a file of ours. */
    public static JsonObject openApi() {
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing");
            }
            return new JsonObject(io.vertx.core.buffer.Buffer.buffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException("openapi.json cannot be read", e);
        }
    }
}
