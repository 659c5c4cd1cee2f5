package io.rostrum.streaming.main;

import io.rostrum.net.FaultLog;
import io.rostrum.streaming.admin.AdminDoor;
import io.rostrum.streaming.directory.Channels;
import io.rostrum.streaming.directory.Events;
import io.rostrum.streaming.directory.Viewers;
import io.rostrum.streaming.ingest.Programs;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.playback.Backstage;
import io.rostrum.streaming.playback.Stills;
import io.rostrum.streaming.playback.Storyboards;
import io.rostrum.streaming.playback.Workshop;
import java.io.IOException;
import java.util.List;

/**
 * The fourth stage: the programs that were on air are on air again, and those who work beside them
 * have begun. Nobody sees any of it yet.
 */
final class Station {
    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(Station.class.getName()), System::nanoTime);

    final Archive archive;
    final Viewers viewers = new Viewers();
    final Events events;
    final Channels channels;
    final OnAir onAir;
    final Programs programs;
    final Stills stills;
    final Storyboards storyboards;
    final Workshop workshop;
    final Backstage backstage;

    private Station(Archive archive) {
        this.archive = archive;
        Ground ground = archive.address.ground;
        Workers workers = ground.workers;
        events = new Events(ground.vertx, ground.settings.gate().socketsHeld());
        channels = new Channels(viewers, events, archive.recordings);
        channels.links(archive.address.links);
        onAir = new OnAir(ground.vertx, channels);
        programs =
                new Programs(
                        ground.vertx,
                        workers.any,
                        ground.data,
                        ground.health,
                        ground.settings.feed(),
                        ground.feedMeters,
                        archive.retention,
                        onAir);
        stills = new Stills(workers.stills);
        storyboards = new Storyboards(ground.data, workers.stills);
        workshop = new Workshop(workers.workshop, archive.recordings, archive.shelf);
        backstage =
                new Backstage(
                        workers.backstage,
                        archive.recordings,
                        archive.shelf,
                        stills,
                        storyboards,
                        archive.vault == null);
    }

    /**
     * @throws IOException with one line for the operator
     */
    static Station recover(Archive archive) throws IOException {
        Station station = new Station(archive);
        Ground ground = archive.address.ground;
        archive.recordings.whenRemoved(removed -> station.onAir.drop(removed.session().id()));
        station.onAir.whenForgotten(station.stills::forget);
        station.onAir.whenForgotten(station.storyboards::forget);
        ground.stopping.first(station.workshop::close);
        ground.stopping.first(station.backstage::close);
        station.backstage.open();
        station.workshop.open();
        AdminDoor.gauges(
                ground.registry,
                station.channels,
                station.viewers,
                station.events,
                station.onAir,
                ground.health);
        station.programs.recover();
        return station;
    }

    /** Once a second, on an event loop. */
    void tick() {
        Ground ground = archive.address.ground;
        List<Runnable> all =
                List.of(
                        programs::tick,
                        this::tickVault,
                        () -> channels.tick(System.nanoTime()),
                        () -> stills.refresh(onAir.all(), System.nanoTime()),
                        () -> storyboards.refresh(onAir.all(), System.nanoTime()),
                        () -> sweepInTrouble(ground));
        FAULTS.each("a second's work", all, Runnable::run);
    }

    private void tickVault() {
        if (archive.vault != null) {
            archive.vault.tick(onAir.all());
        }
    }

    private void sweepInTrouble(Ground ground) {
        if (ground.health.trouble().isPresent()) {
            ground.workers.any.execute(archive::sweep);
        }
    }
}
