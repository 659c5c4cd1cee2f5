package io.rostrum.streaming.guard;

import io.rostrum.protocol.feed.FeedHeaders;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Managers;
import io.rostrum.streaming.access.Rights;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.PathRight;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.timeline.Session;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass who may watch, decided by the session that is asked for; stands before all other doors.
 * Thread: the connection's event loop.
 */
public final class Guard {
    static final String COOKIE = "rostrum-watch";

    /** Whose right is needed, where one is. */
    private record Asked(Id channel, Visibility visibility) {}

    private final AccessBook book;
    private final Rights rights;
    private final Managers managers;
    private final OnAir onAir;
    private final Recordings recordings;
    private final Function<Id, Optional<Id>> announcedOn;

    /**
     * @param announcedOn the channel of an announcement
     */
    public Guard(
            AccessBook book,
            Rights rights,
            Managers managers,
            OnAir onAir,
            Recordings recordings,
            Function<Id, Optional<Id>> announcedOn) {
        this.book = book;
        this.rights = rights;
        this.managers = managers;
        this.onAir = onAir;
        this.recordings = recordings;
        this.announcedOn = announcedOn;
    }

    /** Before every door. */
    public void mount(Router router) {
        router.route().handler(this::check);
    }

    private void check(RoutingContext ctx) {
        String path = ctx.normalizedPath();
        String[] parts = path.split("/");
        boolean api = path.startsWith("/api/channels/") || path.startsWith("/api/recordings/");
        boolean media =
                path.startsWith("/live/")
                        || path.startsWith("/recordings/")
                        || path.startsWith("/announcements/");
        if (!api && !media || parts.length < 3) {
            ctx.next();
            return;
        }
        if (!PlainPath.is(plain(ctx))) {
            throw new Refusal(Problem.badRequest("Addresses here are plain letters and digits."));
        }
        if (api) {
            api(ctx, parts);
        } else if (parts.length > 3 && parts[3].startsWith(PathRight.MARK)) {
            unwrap(ctx, parts);
        } else {
            media(ctx, parts);
        }
    }

    /** Some players write our mark in its other form; RFC 3986 section 2.3 calls them equal. */
    private static String plain(RoutingContext ctx) {
        @Nullable String path = ctx.request().path();
        return path == null
                ? ""
                : path.replace("%7E", PathRight.MARK).replace("%7e", PathRight.MARK);
    }

    /** Takes the token out of the path: the doors behind know nothing of it. */
    private static void unwrap(RoutingContext ctx, String[] parts) {
        if (!PathRight.of(ctx).isEmpty()) {
            throw new Refusal(Problem.notFound());
        }
        PathRight.put(ctx, parts[3].substring(PathRight.MARK.length()));
        String before = "/" + parts[1] + "/" + parts[2];
        String path = plain(ctx);
        String rest = path.substring(before.length() + 1 + parts[3].length());
        @Nullable String query = ctx.request().query();
        ctx.reroute(before + rest + (query == null ? "" : "?" + query));
    }

    private void media(RoutingContext ctx, String[] parts) {
        boolean closed = require(ctx, asked(parts));
        if (closed) {
            boolean byPath = !PathRight.of(ctx).isEmpty();
            ctx.addHeadersEndHandler(written -> CacheOfPrivate.apply(ctx.response(), byPath));
        }
        ctx.next();
    }

    /**
     * Asks once more, for who sends a body long after its head: the access may have changed.
     *
     * @throws Refusal 403 where he may not watch now
     */
    public void again(RoutingContext ctx) {
        var _ = require(ctx, asked(ctx.normalizedPath().split("/")));
    }

    /** Whether anybody may watch a live program at this moment. */
    public boolean isOpen(Live live) {
        return live.session().live() && book.visibility(live.channel()) != Visibility.PRIVATE;
    }

    private Asked asked(String[] parts) {
        Id id = PathId.of(parts[2]);
        if (parts[1].equals("live")) {
            Session session = parts.length > 4 ? session(id, parts[3]).orElse(null) : null;
            return new Asked(id, session == null ? book.visibility(id) : visibility(session));
        }
        if (parts[1].equals("announcements")) {
            return announcedOn
                    .apply(id)
                    .map(channel -> new Asked(channel, book.visibility(channel)))
                    .orElse(new Asked(id, Visibility.PUBLIC));
        }
        return recordings
                .one(id)
                .map(Recording::session)
                .map(session -> new Asked(session.channel(), session.visibility()))
                .orElse(new Asked(id, Visibility.PUBLIC)); // there is nothing to guard
    }

    /** What the path names, if it names a session; nothing is a session at a channel of others. */
    private Optional<Session> session(Id channel, String name) {
        Id id = Id.parse(name).orElse(null);
        if (id == null || name.equals("whep")) {
            return Optional.empty();
        }
        return recordings
                .one(id)
                .map(Recording::session)
                .or(() -> onAir.watchable(channel, id).map(program -> program.session()))
                .filter(session -> session.channel().equals(channel));
    }

    /** A live program is seen by whom the channel says, at once. */
    private Visibility visibility(Session session) {
        return session.live() ? book.visibility(session.channel()) : session.visibility();
    }

    /** Whether a right was needed, and is there. */
    private boolean require(RoutingContext ctx, Asked asked) {
        if (asked.visibility != Visibility.PRIVATE) {
            return false;
        }
        if (!holdsRight(ctx, asked.channel)) {
            throw new Refusal(Problem.notForYou());
        }
        return true;
    }

    private boolean holdsRight(RoutingContext ctx, Id channel) {
        String byPath = PathRight.of(ctx);
        if (!byPath.isEmpty()) {
            return mayWatch(byPath.substring(1 + PathRight.MARK.length()), channel);
        }
        for (Cookie cookie : ctx.request().cookies(COOKIE)) {
            if (mayWatch(cookie.getValue(), channel)) {
                return true;
            }
        }
        @Nullable String header = ctx.request().getHeader(FeedHeaders.AUTHORIZATION);
        return header != null
                && (managers.manages(header, channel)
                        || mayWatch(FeedHeaders.secret(header), channel));
    }

    private boolean mayWatch(String token, Id channel) {
        return rights.mayWatch(token, channel, book.of(channel));
    }

    /** What is told of a private program, is told with the right to watch in its addresses. */
    private void api(RoutingContext ctx, String[] parts) {
        boolean channels = parts[2].equals("channels");
        if (parts.length < 4 || channels && !describes(ctx, parts)) {
            ctx.next();
            return;
        }
        boolean asks = parts.length == 5 && parts[4].equals("watch");
        Id id = PathId.of(parts[3]);
        Asked asked = channels ? new Asked(id, book.visibility(id)) : asked(recorded(id));
        if (!asks && require(ctx, asked)) {
            PathRight.put(ctx, rights.watch(asked.channel, book.of(asked.channel)).token());
            ctx.addHeadersEndHandler(
                    written -> ctx.response().putHeader("Cache-Control", "private, no-store"));
        }
        ctx.next();
    }

    private static String[] recorded(Id id) {
        return new String[] {"", "recordings", id.text()};
    }

    private static boolean describes(RoutingContext ctx, String[] parts) {
        HttpMethod method = ctx.request().method();
        return parts.length == 4
                && !parts[3].equals("events")
                && (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD));
    }
}
