package io.rostrum.streaming.main;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.announce.AnnouncementDoor;
import io.rostrum.streaming.announce.Announcements;
import io.rostrum.streaming.announce.Coming;
import io.rostrum.streaming.announce.Guard;
import io.rostrum.streaming.directory.Channels;
import io.rostrum.streaming.directory.Events;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.guide.GuideDoor;
import io.rostrum.streaming.guide.Schedule;
import io.rostrum.streaming.guide.SearchDoor;
import io.rostrum.streaming.http.Pages;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.share.Cards;
import io.rostrum.streaming.share.HeadTags;
import io.rostrum.streaming.share.OembedDoor;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The public front, wired: what comes, guide, search, cards, pages. */
record Front(
        Vertx vertx,
        Announcements announcements,
        Channels channels,
        Recordings recordings,
        Events events,
        Links links,
        String base,
        @Nullable URI rooms,
        OnAir onAir,
        Guard guard,
        Function<Id, Visibility> visibility,
        Function<Id, String> rights,
        Clock clock) {
    void mount(Router router) {
        Coming coming = new Coming(announcements, channels, recordings, visibility, links);
        Schedule schedule = new Schedule(channels, recordings, coming, links);
        Cards cards = new Cards(channels, recordings, coming, links, clock);
        new AnnouncementDoor(
                        vertx, announcements, coming, guard, rights, links, this::changed, clock)
                .mount(router);
        new GuideDoor(schedule, links, clock).mount(router);
        new SearchDoor(vertx, schedule, clock).mount(router);
        new OembedDoor(cards, base).mount(router);
        new Pages(base, rooms, new HeadTags(cards, base), this::isRecorded, coming::shows)
                .mount(router);
    }

    /** Also what is on air: it is a recording from its first moment on. */
    private boolean isRecorded(Id session) {
        return recordings.one(session).isPresent()
                || onAir.all().stream().anyMatch(live -> live.session().id().equals(session));
    }

    /** Whoever shows what comes asks anew. */
    private void changed() {
        events.send("announcements", new JsonObject());
    }
}
