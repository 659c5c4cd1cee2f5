package io.rostrum.streaming.guard;

import io.rostrum.gate.Dear;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Network;
import io.rostrum.gate.SecurityLog.Event;
import io.rostrum.http.MediaType;
import io.rostrum.http.SmallBody;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.ChannelAccess;
import io.rostrum.streaming.access.Rights;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.JsonBody;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.http.Toll;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer gets the right to watch, by password or invitation. Thread: the connection's event
 * loop; passwords are checked on workers.
 */
public final class WatchDoor {
    private static final int LARGEST_BODY = 4096;

    /** Passwords that are checked at the same moment: each takes a core for a while. */
    private static final int AT_ONCE = 2;

    private final Vertx vertx;
    private final AccessBook book;
    private final Rights rights;
    private final Recordings recordings;
    private final Gate gate;
    private final String root;
    private final boolean secure;
    private final Semaphore checking = new Semaphore(AT_ONCE);

    /** Whose right is asked for, and below which paths the cookie shows it. */
    private record Asked(Id channel, Visibility visibility, List<String> paths) {}

    /**
     * @param base what this server's addresses begin with
     */
    public WatchDoor(
            Vertx vertx,
            AccessBook book,
            Rights rights,
            Recordings recordings,
            Gate gate,
            String base) {
        this.vertx = vertx;
        this.book = book;
        this.rights = rights;
        this.recordings = recordings;
        this.gate = gate;
        this.root = Objects.requireNonNullElse(URI.create(base).getPath(), "");
        this.secure = base.startsWith("https:");
    }

    public void mount(Router router) {
        for (String path : List.of("/api/channels/:id/watch", "/api/recordings/:id/watch")) {
            router.post(path)
                    .handler(SmallBody.of(MediaType.JSON, LARGEST_BODY))
                    .handler(this::ask);
        }
    }

    private void ask(RoutingContext ctx) {
        Asked asked = asked(ctx);
        if (asked.visibility != Visibility.PRIVATE) {
            throw refusal("not-private", 409, "This is open to anybody: just watch.");
        }
        JsonObject json = JsonBody.of(ctx);
        if (json.getValue("invite") instanceof String invitation) {
            if (!rights.isInvited(invitation, asked.channel, book.of(asked.channel))) {
                tell(gate.caller(ctx.request()), asked, "bad-invitation");
                throw refusal(
                        "bad-invitation", 403, "This invitation is no longer valid: ask the host.");
            }
            give(ctx, asked);
        } else if (json.getValue("right") instanceof String right
                && rights.mayWatch(right, asked.channel, book.of(asked.channel))) {
            give(ctx, asked);
        } else if (json.getValue("password") instanceof String password) {
            tried(ctx, asked, password);
        } else {
            throw new Refusal(
                    Problem.badRequest(
                            "Send a password, an invite, or a right that is still good."));
        }
    }

    private Asked asked(RoutingContext ctx) {
        Id id = PathId.of(ctx, "id");
        if (ctx.normalizedPath().startsWith("/api/channels/")) {
            return new Asked(
                    id, book.visibility(id), List.of("/live/" + id, "/api/channels/" + id));
        }
        return recordings
                .one(id)
                .map(recording ->
                        new Asked(
                                recording.session().channel(),
                                recording.session().visibility(),
                                List.of("/recordings/" + id, "/api/recordings/" + id)))
                .orElseThrow(() -> new Refusal(Problem.unknownRecording(id.text())));
    }

    private void tried(RoutingContext ctx, Asked asked, String password) {
        Network who = gate.caller(ctx.request());
        long wait = gate.spend(who, Dear.PASSWORD);
        if (wait > 0) {
            throw Toll.refusal(ctx, wait, "Too many tries: wait " + wait + " s.");
        }
        if (!checking.tryAcquire()) {
            gate.giveBack(who, Dear.PASSWORD);
            throw Toll.refusal(ctx, 1, "Many try just now: ask again in a second.");
        }
        ChannelAccess access = book.of(asked.channel);
        vertx.executeBlocking(() -> access.opensWith(password), false)
                .onComplete(done -> checking.release())
                .onComplete(Reply.to(ctx, opens -> tried(ctx, asked, who, opens)));
    }

    private void tried(RoutingContext ctx, Asked asked, Network who, @Nullable Boolean opens) {
        if (Boolean.TRUE.equals(opens)) {
            gate.giveBack(who, Dear.PASSWORD);
            give(ctx, asked);
        } else {
            tell(who, asked, "wrong-password");
            throw refusal("wrong-password", 403, "This is not the password.");
        }
    }

    private void tell(Network who, Asked asked, String why) {
        gate.log()
                .tell(
                        Event.REFUSED,
                        who,
                        "what",
                        "watch",
                        "why",
                        why,
                        "channel",
                        asked.channel.text());
    }

    private void give(RoutingContext ctx, Asked asked) {
        Rights.Right right = rights.watch(asked.channel, book.of(asked.channel));
        for (String path : asked.paths) {
            ctx.response()
                    .headers()
                    .add(
                            "Set-Cookie",
                            Cookie.cookie(Guard.COOKIE, right.token())
                                    .setPath(root + path)
                                    .setHttpOnly(true)
                                    .setSecure(secure)
                                    .setSameSite(CookieSameSite.STRICT)
                                    .setMaxAge(Rights.LIFE.toSeconds())
                                    .encode());
        }
        ctx.response().putHeader("Cache-Control", "no-store");
        Reply.json(
                ctx,
                200,
                new JsonObject()
                        .put("token", right.token())
                        .put("expiresAt", right.expiresAt().toString()));
    }

    private static Refusal refusal(String code, int status, String detail) {
        return new Refusal(new Problem(code, status, code.replace('-', ' '), detail));
    }
}
