package io.rostrum.benchmark;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.load.scene.Voice;
import io.rostrum.testing.WatchPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * CPU time of both servers for a meeting of three, and what a broadcast of it takes on top, in
 * windows that take turns.
 */
record Cost(int runs, int seconds) implements Measurement {
    private static final int SETTLING_SECONDS = 4;

    /** Until what runs often is compiled; several at once, so that it comes to that soon. */
    private static final int WARMING_SECONDS = 240;

    private static final int WARMING_ROOMS = 5;

    @Override
    public List<Figure> measure(Site site) throws Exception {
        NewRoom room = site.room("Cost");
        SyntheticParticipant host = site.synthetic(person("Ana", 220), room.host());
        site.synthetic(person("Ben", 165), room.guest());
        site.synthetic(person("Chen", 262), room.guest());
        Lens viewer = site.viewer("viewer");
        Site.wait(host.choose(host.id()));
        Site.wait(host.broadcast(true, "Cost"));
        warm(site);
        Site.wait(host.broadcast(false, "Cost"));
        List<Double> meeting = new ArrayList<>();
        List<Double> unseen = new ArrayList<>();
        List<Double> watched = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            double alone = window(site);
            Site.wait(host.broadcast(true, "Cost"));
            double onAir = window(site);
            WatchPage.ofChannel(viewer.browser(), site.streaming(), room.id()).awaitsPlaying();
            double seen = window(site);
            viewer.browser().page().navigate("about:blank");
            Site.wait(host.broadcast(false, "Cost"));
            meeting.add(alone);
            unseen.add(onAir - alone);
            watched.add(seen - alone);
        }
        return List.of(
                cores("cost: the meeting itself, three people", "", meeting),
                cores("cost: a broadcast on top, no viewer", "0.05 core", unseen),
                cores("cost: a broadcast on top, one viewer", "", watched));
    }

    /** Servers run for days; what they cost in their first minute is compiling. */
    private static void warm(Site site) throws Exception {
        List<SyntheticParticipant> others = new ArrayList<>();
        for (int i = 0; i < WARMING_ROOMS; i++) {
            NewRoom room = site.room("Warm " + i);
            SyntheticParticipant host = site.synthetic(person("Dan", 196), room.host());
            Site.wait(host.choose(host.id()));
            Site.wait(host.broadcast(true, "Warm"));
            others.add(host);
        }
        TimeUnit.SECONDS.sleep(WARMING_SECONDS);
        for (SyntheticParticipant host : others) {
            Site.wait(host.broadcast(false, "Warm"));
            site.leave(host);
        }
    }

    private static Persona person(String name, double hertz) {
        return Persona.of(name, new Portrait(name, Tint.rgb(40, 60, 220)), new Voice(hertz));
    }

    /** CPU seconds per second, some seconds from now. */
    private double window(Site site) throws InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        long start = System.nanoTime();
        long before = site.cpu().toNanos();
        TimeUnit.SECONDS.sleep(seconds);
        return (double) (site.cpu().toNanos() - before) / (System.nanoTime() - start);
    }

    private static Figure cores(String name, String target, List<Double> samples) {
        return new Figure(name, target, "core", 3, samples);
    }
}
