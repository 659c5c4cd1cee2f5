package io.rostrum.streaming.guide;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathId;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.http.Reply;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The guide for strangers' programs. Thread: the connection's event loop. */
public final class GuideDoor {
    /** How far back a TV guide looks, and how many programs it holds at most. */
    private static final Duration BACK = Duration.ofDays(14);

    private static final int MOST = 500;

    /** Recordings in the feed. */
    private static final int NEWS = 50;

    private final Schedule schedule;
    private final Links links;
    private final Clock clock;

    public GuideDoor(Schedule schedule, Links links, Clock clock) {
        this.schedule = schedule;
        this.links = links;
        this.clock = clock;
    }

    public void mount(Router router) {
        Doors.get(router, "/guide.xml").handler(this::xmltv);
        Doors.get(router, "/channels.m3u").handler(this::m3u);
        Doors.get(router, "/feed.rss").handler(this::rss);
        Doors.get(router, "/coming.ics").handler(this::calendar);
        Doors.get(router, "/announcements/:announcement/program.ics").handler(this::entry);
    }

    private void xmltv(RoutingContext ctx) {
        Instant now = clock.instant();
        List<Slot> slots = new ArrayList<>(schedule.now(now));
        schedule.past()
                .filter(slot -> slot.until().isAfter(now.minus(BACK)))
                .limit(MOST)
                .forEach(slots::add);
        schedule.coming(now).forEach(slots::add);
        byte[] plain = Xmltv.write(links.home(), slots);
        send(ctx, Xmltv.TYPE, Reply.Text.of(plain));
    }

    private void rss(RoutingContext ctx) {
        List<Slot> slots = new ArrayList<>(schedule.coming(clock.instant()).toList());
        schedule.past().limit(NEWS).forEach(slots::add);
        byte[] plain = Rss.write(links.base(), slots);
        send(ctx, Rss.TYPE, Reply.Text.of(plain));
    }

    private void calendar(RoutingContext ctx) {
        List<Slot> slots = schedule.coming(clock.instant()).toList();
        send(
                ctx,
                CalendarOfPrograms.TYPE,
                Reply.Text.of(CalendarOfPrograms.write(links.base(), slots)));
    }

    /** One program, for who wants no other in his calendar. */
    private void entry(RoutingContext ctx) {
        Id id = PathId.of(ctx, "announcement");
        Slot slot =
                schedule.coming(id)
                        .orElseThrow(() -> new Refusal(Problem.unknownAnnouncement(id.text())));
        ctx.response().putHeader("Content-Disposition", "attachment; filename=\"program.ics\"");
        send(
                ctx,
                CalendarOfPrograms.TYPE,
                Reply.Text.of(CalendarOfPrograms.write(links.base(), List.of(slot))));
    }

    private void m3u(RoutingContext ctx) {
        List<Slot> slots = new ArrayList<>(schedule.now(clock.instant()));
        schedule.past().limit(MOST).forEach(slots::add);
        send(ctx, M3u.TYPE, Reply.Text.of(M3u.write(links.guide(), slots)));
    }

    private static void send(RoutingContext ctx, String type, Reply.Text text) {
        ctx.response().putHeader("Access-Control-Allow-Origin", "*");
        Reply.text(ctx, type, text, Reply.NO_CACHE);
    }
}
