package io.rostrum.center.admin;

import io.rostrum.center.config.CenterConfig;
import io.rostrum.center.net.Problems;
import io.rostrum.center.net.Routes;
import io.rostrum.http.Asset;
import io.rostrum.http.WebRoot;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The web pages: start, room and desk, and what they load. */
public final class Pages {
    private final WebRoot files;

    private final String policy;

    public Pages(CenterConfig config, WebRoot files) {
        this.files = files;
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
        Routes.read(router, "/").handler(web -> page(web, "home.html"));
        Routes.read(router, "/r/:room").handler(web -> page(web, "room.html"));
        Routes.read(router, "/desk/:room").handler(web -> page(web, "desk.html"));
        Routes.read(router, "/assets/:name").handler(this::asset);
    }

    private void page(RoutingContext web, String name) {
        send(web, files.page(name), Asset.ASK_AGAIN);
    }

    private void asset(RoutingContext web) {
        files.asset(String.valueOf(web.pathParam("name")))
                .ifPresentOrElse(file -> send(web, file, Asset.FOR_EVER), web::next);
    }

    private void send(RoutingContext web, Asset file, String caching) {
        web.response().putHeader("Content-Security-Policy", policy);
        file.send(web.request(), caching);
    }

    /** The page of errors, for people who lost their way. */
    public static void notFound(RoutingContext web) {
        Problems.send(web, ProblemCode.UNKNOWN_PAGE, "Nothing is at " + web.request().path());
    }
}
