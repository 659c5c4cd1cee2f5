package io.rostrum.streaming.ingest;

import io.rostrum.gate.Gate;
import io.rostrum.gate.SecurityLog.Event;
import io.rostrum.http.Later;
import io.rostrum.protocol.cmaf.Track;
import io.rostrum.protocol.feed.FeedHeaders;
import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.protocol.feed.FeedProblem;
import io.rostrum.protocol.feed.Id;
import io.rostrum.protocol.text.Words;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.config.FeedConfig;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.timeline.Session;
import io.vertx.core.Completable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The HTTP calls of a feed; see docs/protocol.md "Feed". Thread: the connection's event loop. */
public final class FeedDoor {
    /** How long a refused sender may go on before the connection is closed. */
    private static final long LINGER_MILLIS = 1000;

    /** A program lasts no longer than that. */
    private static final Duration PAST = Duration.ofDays(400);

    /** Clocks differ. */
    private static final Duration FUTURE = Duration.ofDays(1);

    /** From the opening of a session to its first picture. */
    private static final Duration LONGEST_START = Duration.ofHours(1);

    private final Vertx vertx;
    private final Programs programs;
    private final FeedKeys keys;
    private final FeedLimits limits;
    private final FeedMeters meters;
    private final Clock clock;
    private final Function<Id, Visibility> access;
    private final Gate gate;

    /**
     * @param access who may see the programs of a channel
     */
    public FeedDoor(
            Vertx vertx,
            Programs programs,
            FeedConfig config,
            FeedMeters meters,
            Clock clock,
            Function<Id, Visibility> access,
            Gate gate) {
        this.vertx = vertx;
        this.programs = programs;
        this.keys = new FeedKeys(config.secret());
        this.limits = config.limits();
        this.meters = meters;
        this.clock = clock;
        this.access = access;
        this.gate = gate;
    }

    public void mount(Router router) {
        router.route("/feed/*").handler(this::admit);
        router.post("/feed/:channel").handler(ctx -> withJson(ctx, this::open));
        router.put("/feed/:channel/:session/init").handler(this::init);
        router.put("/feed/:channel/:session/segments/:number").handler(this::segment);
        router.patch("/feed/:channel/:session").handler(ctx -> withJson(ctx, this::change));
        router.post("/feed/:channel/:session/end").handler(this::end);
        router.route("/feed/*").failureHandler(this::failed);
    }

    private void admit(RoutingContext ctx) {
        String given = ctx.request().getHeader(FeedHeaders.AUTHORIZATION);
        if (!keys.open(ctx.normalizedPath(), given)) {
            gate.log()
                    .tell(
                            Event.REFUSED,
                            gate.caller(ctx.request()),
                            "what",
                            "feed",
                            "why",
                            FeedProblem.BAD_FEED_KEY.code(),
                            "path",
                            ctx.normalizedPath());
            refuse(
                    ctx,
                    Upload.refuse(
                            FeedProblem.BAD_FEED_KEY,
                            "This is not the key of this channel's feed."));
            return;
        }
        ctx.next();
    }

    private void open(RoutingContext ctx, JsonObject json) {
        Instant startedAt = instant("startedAt", text(json, "startedAt"), clock.instant());
        checkNear(startedAt, clock.instant());
        Session session =
                new Session(
                        PathId.of(text(json, "session")),
                        PathId.of(ctx, "channel"),
                        Optional.ofNullable(words(json, "title")).orElse("Untitled"),
                        Optional.ofNullable(words(json, "host")).orElse(""),
                        startedAt,
                        null,
                        null,
                        access.apply(PathId.of(ctx, "channel")));
        programs.open(session).onComplete(to(ctx, opened -> opened(ctx, session, opened)));
    }

    private static void opened(RoutingContext ctx, Session session, Programs.Opened opened) {
        Reply.json(
                ctx,
                opened.created() ? 201 : 200,
                new JsonObject()
                        .put("session", session.id().text())
                        .put("startedAt", opened.startedAt().toString())
                        .put("next", opened.standing().next())
                        .put("latest", latest(opened.standing())));
    }

    /** Answers once something is there, or did not come; whatever fails meanwhile is answered. */
    private <T> Completable<T> to(RoutingContext ctx, Consumer<? super T> answer) {
        return Later.answer(answer, why -> refuse(ctx, why));
    }

    private static void well(RoutingContext ctx) {
        Reply.json(ctx, 200, new JsonObject());
    }

    private static JsonObject latest(Intake.Standing standing) {
        JsonObject json = new JsonObject();
        standing.latest().forEach((track, time) -> json.put(String.valueOf(track), time));
        return json;
    }

    private void init(RoutingContext ctx) {
        withProgram(
                ctx,
                program ->
                        Bodies.read(ctx.request(), limits.initBytes())
                                .compose(bytes ->
                                        program.init(
                                                Bodies.checkedInit(bytes), begins(ctx, program)))
                                .onComplete(to(ctx, taken -> well(ctx))));
    }

    /** When time 0 of the program was captured. */
    private static Instant begins(RoutingContext ctx, Program program) {
        Instant opened = program.session().startedAt();
        String given = ctx.request().getHeader(FeedHeaders.BEGINS);
        Instant begins = instant(FeedHeaders.BEGINS, given, opened);
        if (Duration.between(opened, begins).abs().compareTo(LONGEST_START) > 0) {
            throw new Refusal(
                    Problem.badRequest(FeedHeaders.BEGINS + " is within an hour of startedAt."));
        }
        return begins;
    }

    private void segment(RoutingContext ctx) {
        long number = number(ctx.pathParam("number"));
        if (Bodies.length(ctx.request()) > limits.segmentBytes()) {
            throw Upload.refuse(
                    FeedProblem.SEGMENT_TOO_LARGE,
                    "A segment has at most " + limits.segmentBytes() + " bytes.");
        }
        withProgram(ctx, program -> segment(ctx, program, number));
    }

    private void segment(RoutingContext ctx, Program program, long number) {
        Promise<Long> answer = Promise.promise();
        answer.future()
                .onComplete(to(ctx, next -> Reply.json(ctx, 200, acknowledgement(next, program))));
        ctx.request().pause();
        Context here = vertx.getOrCreateContext();
        program.begin(number, answer)
                .onComplete(
                        Later.answer(
                                begun ->
                                        here.runOnContext(
                                                receiving(
                                                        ctx, program, begun.orElse(null), answer)),
                                answer::tryFail));
    }

    private Handler<Void> receiving(
            RoutingContext ctx, Program program, @Nullable Upload upload, Promise<Long> answer) {
        return Later.go(() -> receive(ctx, program, upload), answer::tryFail);
    }

    private static JsonObject acknowledgement(long next, Program program) {
        return new JsonObject().put("next", next).put("loss", program.live().loss());
    }

    private void receive(RoutingContext ctx, Program program, @Nullable Upload upload) {
        if (upload == null) {
            ctx.request().handler(discarded -> {});
        } else {
            new SegmentRequest(vertx, ctx.request(), program, upload).start();
        }
        ctx.request().resume();
    }

    private void change(RoutingContext ctx, JsonObject json) {
        String title = words(json, "title");
        String picture = words(json, "picture");
        OptionalLong at = time(json);
        withProgram(
                ctx,
                program ->
                        noted(program, picture, at)
                                .compose(done ->
                                        program.reword(session -> session.changed(title, picture)))
                                .onComplete(to(ctx, changed -> well(ctx))));
    }

    private static Future<Void> noted(Program program, @Nullable String picture, OptionalLong at) {
        return picture == null ? Future.succeededFuture() : program.took(picture, at);
    }

    private void end(RoutingContext ctx) {
        Id channel = PathId.of(ctx, "channel");
        Id session = PathId.of(ctx, "session");
        Future<Void> ended =
                programs.session(channel, session)
                        .map(Program::end)
                        .orElseGet(() ->
                                programs.ended(channel, session)
                                        .compose(known ->
                                                known
                                                        ? Future.<Void>succeededFuture()
                                                        : Future.failedFuture(unknown())));
        ended.onComplete(to(ctx, done -> well(ctx)));
    }

    /** Goes on with the live program that is meant; where there is none the disk is asked why. */
    private void withProgram(RoutingContext ctx, Consumer<Program> then) {
        Id channel = PathId.of(ctx, "channel");
        Id session = PathId.of(ctx, "session");
        Program live = programs.session(channel, session).orElse(null);
        if (live != null) {
            then.accept(live);
            return;
        }
        Context here = vertx.getOrCreateContext();
        ctx.request().pause();
        Completable<Boolean> answer = to(ctx, known -> notLive(ctx, known));
        programs.ended(channel, session)
                .onComplete((known, why) -> here.runOnContext(go -> answer.complete(known, why)));
    }

    private void notLive(RoutingContext ctx, boolean known) {
        refuse(
                ctx,
                known
                        ? Upload.refuse(FeedProblem.SESSION_ENDED, "This session has ended.")
                        : unknown());
        ctx.request().resume();
    }

    private static Refusal unknown() {
        return Upload.refuse(
                FeedProblem.UNKNOWN_SESSION, "Open the session by POST /feed/{channel} first.");
    }

    private static long number(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,15}")) {
            throw new Refusal(Problem.badRequest("Segments are numbered from 0."));
        }
        return Long.parseLong(text);
    }

    private @Nullable String words(JsonObject json, String name) {
        Object value = json.getValue(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.length() > limits.titleLength()) {
            throw new Refusal(
                    Problem.badRequest(
                            name
                                    + " is a text of at most "
                                    + limits.titleLength()
                                    + " characters."));
        }
        return Words.line(text);
    }

    /** Whatever it is, a text or nothing. */
    private static @Nullable String text(JsonObject json, String name) {
        Object value = json.getValue(name);
        if (value != null && !(value instanceof String)) {
            throw new Refusal(Problem.badRequest(name + " is a text."));
        }
        return (String) value;
    }

    private static Instant instant(String name, @Nullable String given, Instant otherwise) {
        try {
            return given == null ? otherwise : Instant.parse(given);
        } catch (DateTimeException e) {
            throw new Refusal(Problem.badRequest(name + " is like 2026-11-20T10:00:00Z."));
        }
    }

    private static void checkNear(Instant startedAt, Instant now) {
        if (startedAt.isAfter(now.plus(FUTURE)) || startedAt.isBefore(now.minus(PAST))) {
            throw new Refusal(
                    Problem.badRequest(
                            "startedAt is at most " + PAST.toDays() + " days ago, and not ahead."));
        }
    }

    private static OptionalLong time(JsonObject json) {
        Object value = json.getValue("at");
        if (value == null) {
            return OptionalLong.empty();
        }
        if (!(value instanceof Integer || value instanceof Long)
                || ((Number) value).longValue() < 0
                || ((Number) value).longValue() > PAST.toSeconds() * Track.Video.TIMESCALE) {
            throw new Refusal(Problem.badRequest("at is a time of track 1, from 0."));
        }
        return OptionalLong.of(((Number) value).longValue());
    }

    private interface JsonCall {
        void on(RoutingContext ctx, JsonObject json);
    }

    private void withJson(RoutingContext ctx, JsonCall call) {
        Bodies.read(ctx.request(), limits.jsonBytes())
                .map(Bodies::json)
                .onComplete(to(ctx, json -> call.on(ctx, json)));
    }

    private void failed(RoutingContext ctx) {
        Throwable why = ctx.failure();
        refuse(ctx, why == null ? new Refusal(Problem.notFound()) : why);
    }

    private void refuse(RoutingContext ctx, Throwable why) {
        meters.refused(why instanceof Refusal refusal ? refusal.problem().code() : "internal");
        boolean more = !ctx.request().isEnded();
        Reply.failure(ctx, why);
        if (more) {
            vertx.setTimer(LINGER_MILLIS, later -> cut(ctx));
        }
    }

    /** A sender who was refused and still sends is cut off. */
    private static void cut(RoutingContext ctx) {
        if (!ctx.request().isEnded()) {
            Reply.settle(ctx.request().connection().close());
        }
    }
}
