package io.rostrum.streaming.guide;

import io.rostrum.streaming.directory.Query;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The guide as JSON, and search in it. Thread: event loop; the work on workers. */
public final class SearchDoor {
    private static final int MOST_FOUND = 50;
    private static final int MOST_LISTED = 1000;
    private static final Duration BEFORE = Duration.ofHours(12);
    private static final Duration AFTER = Duration.ofHours(36);
    private static final Duration WIDEST = Duration.ofDays(15);

    private final Vertx vertx;
    private final Schedule schedule;
    private final Clock clock;

    public SearchDoor(Vertx vertx, Schedule schedule, Clock clock) {
        this.vertx = vertx;
        this.schedule = schedule;
        this.clock = clock;
    }

    public void mount(Router router) {
        Doors.get(router, "/api/search").handler(this::search);
        Doors.get(router, "/api/guide").handler(this::guide);
    }

    private void search(RoutingContext ctx) {
        Query words = Query.of(ctx.request().getParam("q", ""));
        Instant now = clock.instant();
        work(ctx, () -> found(words, now));
    }

    private Stream<Slot> found(Query words, Instant now) {
        return words.isEmpty()
                ? Stream.of()
                : all(now).filter(slot -> matches(words, slot)).limit(MOST_FOUND);
    }

    private static boolean matches(Query words, Slot slot) {
        return words.matches(slot.title(), slot.host(), slot.description());
    }

    private void guide(RoutingContext ctx) {
        Instant now = clock.instant();
        Instant from = time(ctx.request().getParam("from"), now.minus(BEFORE));
        Instant to = time(ctx.request().getParam("to"), now.plus(AFTER));
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(WIDEST) > 0) {
            throw new Refusal(Problem.badRequest("from lies before to, by at most 15 days."));
        }
        work(
                ctx,
                () ->
                        all(now).filter(slot ->
                                        slot.from().isBefore(to) && slot.until().isAfter(from))
                                .limit(MOST_LISTED));
    }

    private Stream<Slot> all(Instant now) {
        return Stream.of(schedule.now(now).stream(), schedule.coming(now), schedule.past())
                .flatMap(each -> each);
    }

    private interface Work {
        Stream<Slot> slots();
    }

    private void work(RoutingContext ctx, Work work) {
        vertx.executeBlocking(() -> new JsonArray(work.slots().map(Slot::toJson).toList()), false)
                .onComplete(Reply.to(ctx, found -> Reply.json(ctx, Objects.requireNonNull(found))));
    }

    private static Instant time(@Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(Problem.badRequest("Times are like 2026-11-20T10:00:00Z."));
        }
    }
}
