package io.rostrum.center.admin;

import io.rostrum.center.account.Identity;
import io.rostrum.center.account.RoomRecord;
import io.rostrum.center.config.CenterConfig;
import io.rostrum.center.config.HttpConfig;
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
    private static final String TITLE = "<title>Rostrum</title>";

    private final WebRoot files;
    private final HttpConfig http;
    private final Identity identity;
    private final String policy;

    public Pages(CenterConfig config, Identity identity, WebRoot files) {
        this.files = files;
        http = config.http();
        this.identity = identity;
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
        Routes.read(router, "/r/:room").handler(this::room);
        Routes.read(router, "/desk/:room").handler(this::desk);
        Routes.read(router, "/assets/:name").handler(this::asset);
        WebRoot.SIGNS.forEach(
                name -> Routes.read(router, "/" + name).handler(web -> sign(web, name)));
    }

    private void page(RoutingContext web, String name) {
        send(web, files.page(name), Asset.ASK_AGAIN);
    }

    /** With a card of the room, for whom the link is sent to. */
    private void room(RoutingContext web) {
        RoomRecord room = known(web);
        if (room != null) {
            String base = http.base(web.request().localAddress().port());
            Asset page = files.page("room.html").with(TITLE, RoomCard.tags(room, base));
            send(web, page, Asset.ASK_AGAIN);
        }
    }

    private void desk(RoutingContext web) {
        if (known(web) != null) {
            page(web, "desk.html");
        }
    }

    /** The room of the address; null where there is none, and he who asked was told. */
    private @Nullable RoomRecord known(RoutingContext web) {
        RoomRecord room = identity.room(String.valueOf(web.pathParam("room")));
        if (room == null) {
            Problems.send(web, ProblemCode.UNKNOWN_ROOM, "Check the link: it leads nowhere.");
        }
        return room;
    }

    private void sign(RoutingContext web, String name) {
        files.sign(name).ifPresentOrElse(file -> send(web, file, Asset.ASK_AGAIN), web::next);
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
