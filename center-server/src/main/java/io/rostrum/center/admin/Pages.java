package io.rostrum.center.admin;

import io.rostrum.center.config.CenterConfig;
import io.rostrum.center.net.Problems;
import io.rostrum.center.net.Routes;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The web pages, out of the class path. */
public final class Pages {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");
    private static final String ROOT = "webroot/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("map", "application/json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("webmanifest", "application/manifest+json"));

    private final Map<String, Optional<Buffer>> files = new ConcurrentHashMap<>();
    private final String policy;

    public Pages(CenterConfig config) {
        policy = policy(config.streaming().publicUrl());
    }

    /** Nothing but our own files; sound and picture of the streaming server for the monitor. */
    private static String policy(@Nullable URI streaming) {
        String friend = streaming == null ? "" : " " + streaming;
        return "default-src 'none'; script-src 'self'; style-src 'self'; object-src 'none';"
                + " img-src 'self' data: blob:"
                + friend
                + "; media-src 'self' blob: mediastream:"
                + friend
                + "; connect-src 'self'"
                + friend
                + "; font-src 'self'; worker-src 'self' blob:; manifest-src 'self';"
                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    public void mount(Router router) {
        Routes.read(router, "/").handler(web -> send(web, "home.html", ASK_AGAIN));
        Routes.read(router, "/r/:room").handler(web -> send(web, "room.html", ASK_AGAIN));
        Routes.read(router, "/desk/:room").handler(web -> send(web, "desk.html", ASK_AGAIN));
        Routes.read(router, "/assets/:name")
                .handler(web -> send(web, "assets/" + checked(web.pathParam("name")), FOR_EVER));
        Routes.read(router, "/:name")
                .handler(web -> send(web, checked(web.pathParam("name")), ASK_AGAIN));
    }

    private static String checked(@Nullable String name) {
        return name != null && NAME.matcher(name).matches() ? name : "absent";
    }

    private void send(RoutingContext web, String path, String caching) {
        Optional<Buffer> file = files.computeIfAbsent(path, Pages::read);
        if (file.isEmpty()) {
            web.next();
            return;
        }
        HttpServerResponse response =
                web.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, type(path))
                        .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                        .putHeader("Content-Security-Policy", policy);
        var _ = response.end(file.get());
    }

    private static String type(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    private static Optional<Buffer> read(String path) {
        try (InputStream in = Pages.class.getClassLoader().getResourceAsStream(ROOT + path)) {
            return in == null ? Optional.empty() : Optional.of(Buffer.buffer(in.readAllBytes()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The page of errors, for people who lost their way. */
    public static void notFound(RoutingContext web) {
        Problems.send(web, ProblemCode.UNKNOWN_PAGE, "Nothing is at " + web.request().path());
    }
}
