package io.rostrum.streaming.main;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Managers;
import io.rostrum.streaming.access.Rights;
import io.rostrum.streaming.admin.AdminDoor;
import io.rostrum.streaming.announce.Announcement;
import io.rostrum.streaming.captions.CaptionDoor;
import io.rostrum.streaming.config.Settings;
import io.rostrum.streaming.directory.DirectoryDoor;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.guard.AccessBook;
import io.rostrum.streaming.guard.AccessDoor;
import io.rostrum.streaming.guard.Guard;
import io.rostrum.streaming.guard.WatchDoor;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathRight;
import io.rostrum.streaming.ingest.FeedDoor;
import io.rostrum.streaming.layer.LayerDoor;
import io.rostrum.streaming.layer.SwitchDoor;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.owner.ChaptersDoor;
import io.rostrum.streaming.owner.Owned;
import io.rostrum.streaming.owner.OwnerDoor;
import io.rostrum.streaming.owner.PictureDoor;
import io.rostrum.streaming.owner.TrimDoor;
import io.rostrum.streaming.playback.ChapterDoor;
import io.rostrum.streaming.playback.FastLane;
import io.rostrum.streaming.playback.LiveDoor;
import io.rostrum.streaming.playback.PastDoor;
import io.rostrum.streaming.playback.PlaybackMeters;
import io.rostrum.streaming.playback.RecordingDoor;
import io.rostrum.streaming.playback.SoundDoor;
import io.rostrum.streaming.playback.StillDoor;
import io.rostrum.streaming.playback.StoryboardDoor;
import io.rostrum.streaming.playback.WorkshopDoor;
import io.rostrum.streaming.whep.Hall;
import io.rostrum.streaming.whep.WhepDoor;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The fifth stage: every door is hung, the guard before all of them, and none is open yet. */
final class House {
    final Station station;
    final Router router;

    /** Empty until viewers by WHEP are let in: they are told {@code starting} 503. */
    final AtomicReference<@Nullable Hall> hall = new AtomicReference<>();

    final AccessDoor accessDoor;
    final FastLane.Shared lane;
    private final Guard guard;
    private final Ground ground;
    private final Archive archive;
    private final Vertx vertx;
    private final Links links;
    private final Managers managers;
    private final Rights rights;

    private House(Station station) {
        this.station = station;
        archive = station.archive;
        ground = archive.address.ground;
        vertx = ground.vertx;
        links = archive.address.links;
        managers = new Managers(ground.settings.feed().secret(), ground.clock, ground.gate);
        rights = new Rights(ground.settings.feed().secret(), ground.clock);
        router = Router.router(vertx);
        accessDoor =
                new AccessDoor(
                        vertx,
                        archive.book,
                        rights,
                        managers,
                        station.programs,
                        archive.recordings,
                        links,
                        ground.gate,
                        this::empty);
        guard = guard();
        lane =
                new FastLane.Shared(
                        station.onAir,
                        guard::isOpen,
                        station.viewers,
                        ground.gate,
                        ground.playbackMeters,
                        new FastLane.Texts(station.onAir),
                        archive.address.base);
    }

    static House hang(Station station) {
        House house = new House(station);
        Doors.open(house.router, station.archive.address.base);
        house.guard.mount(house.router); // before every other door
        house.mountLive();
        house.mountPast();
        house.mountRecorded();
        house.mountAdmin();
        house.front().mount(house.router);
        Doors.close(house.router);
        house.accessDoor.reconcile();
        return house;
    }

    private Guard guard() {
        return new Guard(
                archive.book,
                rights,
                managers,
                station.onAir,
                archive.recordings,
                id -> archive.announcements.one(id).map(Announcement::channel));
    }

    private void mountLive() {
        OnAir onAir = station.onAir;
        Recordings recordings = archive.recordings;
        AccessBook book = archive.book;
        String base = archive.address.base;
        new LiveDoor(lane, guard::again).mount(router); // asked most
        accessDoor.mount(router);
        new WatchDoor(vertx, book, rights, recordings, ground.gate, base).mount(router);
        new FeedDoor(
                        vertx,
                        station.programs,
                        ground.settings.feed(),
                        ground.feedMeters,
                        ground.clock,
                        book::visibility,
                        ground.gate)
                .mount(router);
        new LayerDoor(vertx, onAir, recordings, ground.data::folder, guard::again).mount(router);
        new SwitchDoor(vertx, station.programs, managers).mount(router);
        mountOwned();
        new DirectoryDoor(station.channels, recordings, station.events, links, ground.gate)
                .mount(router);
        new WhepDoor(vertx, onAir, hall::get, guard::again, ground.gate).mount(router);
    }

    /** What hosts do with their recordings. */
    private void mountOwned() {
        Recordings recordings = archive.recordings;
        Owned owned = new Owned(vertx, recordings, managers, links, this::right);
        new OwnerDoor(vertx, recordings, managers, owned).mount(router);
        new TrimDoor(owned).mount(router);
        new ChaptersDoor(owned).mount(router);
        new PictureDoor(owned, station.stills, ground.clock).mount(router);
    }

    private void mountPast() {
        OnAir onAir = station.onAir;
        PlaybackMeters meters = ground.playbackMeters;
        new StoryboardDoor(vertx, onAir, archive.recordings, station.storyboards, meters)
                .mount(router);
        new PastDoor(
                        vertx,
                        onAir,
                        archive.recordings,
                        archive.shelf,
                        station.viewers,
                        ground.gate,
                        meters)
                .mount(router);
    }

    private void mountRecorded() {
        Recordings recordings = archive.recordings;
        PlaybackMeters meters = ground.playbackMeters;
        new ChapterDoor(vertx, station.onAir, recordings).mount(router);
        new StillDoor(vertx, station.onAir, recordings, station.stills, meters).mount(router);
        new WorkshopDoor(vertx, recordings, station.workshop, managers, links, meters)
                .mount(router);
        new SoundDoor(vertx, recordings, station.backstage, meters).mount(router);
        new CaptionDoor(vertx, recordings, managers).mount(router);
        new RecordingDoor(vertx, recordings, archive.shelf, meters).mount(router);
    }

    private void mountAdmin() {
        Settings settings = ground.settings;
        new AdminDoor(
                        vertx,
                        ground.registry,
                        settings.gate().readers(settings.http().publicUrl()),
                        archive.retention::trouble)
                .mount(router);
    }

    private Front front() {
        return new Front(
                vertx,
                archive.announcements,
                station.channels,
                archive.recordings,
                station.events,
                links,
                archive.address.base,
                ground.settings.http().rooms(),
                station.onAir,
                managers::require,
                archive.book::visibility,
                this::right,
                ground.clock);
    }

    /** Nobody watches that channel any more. */
    private void empty(Id channel) {
        Hall open = hall.get();
        if (open != null) {
            open.empty(channel);
        }
    }

    /** What opens the programs of a channel for its host. */
    private String right(Id channel) {
        return PathRight.segment(rights.watch(channel, archive.book.of(channel)).token());
    }
}
