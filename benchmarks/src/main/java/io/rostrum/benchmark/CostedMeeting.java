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

/** A meeting of three at one pair of servers, whose CPU time is counted with and without air. */
final class CostedMeeting {
    private static final int SETTLING_SECONDS = 4;

    /** Several at once, so that what runs often is compiled soon. */
    private static final int WARMING_ROOMS = 5;

    private final String name;
    private final Site site;
    private final int seconds;
    private final NewRoom room;
    private final SyntheticParticipant host;
    private final Lens viewer;
    private final List<SyntheticParticipant> others = new ArrayList<>();
    private final List<Double> meeting = new ArrayList<>();
    private final List<Double> unseen = new ArrayList<>();
    private final List<Double> watched = new ArrayList<>();

    /**
     * @param name of its figures
     * @param seconds length of a window
     */
    CostedMeeting(String name, Site site, int seconds) throws Exception {
        this.name = name;
        this.site = site;
        this.seconds = seconds;
        room = site.room("Cost");
        host = site.synthetic(person("Ana", 220), room.host());
        site.synthetic(person("Ben", 165), room.guest());
        site.synthetic(person("Chen", 262), room.guest());
        viewer = site.viewer("viewer");
        Site.wait(host.choose(host.id()));
    }

    private static Persona person(String name, double hertz) {
        return Persona.of(name, new Portrait(name, Tint.rgb(40, 60, 220)), new Voice(hertz));
    }

    /** Goes on air, with several other rooms. */
    void warmUp() throws Exception {
        Site.wait(host.broadcast(true, "Cost"));
        for (int i = 0; i < WARMING_ROOMS; i++) {
            NewRoom warm = site.room("Warm " + i);
            SyntheticParticipant other = site.synthetic(person("Dan", 196), warm.host());
            Site.wait(other.choose(other.id()));
            Site.wait(other.broadcast(true, "Warm"));
            others.add(other);
        }
    }

    /** Off air; the other rooms go. */
    void coolDown() {
        for (SyntheticParticipant other : others) {
            Site.wait(other.broadcast(false, "Warm"));
            site.leave(other);
        }
        Site.wait(host.broadcast(false, "Cost"));
    }

    /** One window each: the meeting alone, on air, on air with a viewer. */
    void run() throws Exception {
        double alone = window();
        Site.wait(host.broadcast(true, "Cost"));
        double onAir = window();
        WatchPage.ofChannel(viewer.browser(), site.streaming(), room.id()).awaitsPlaying();
        double seen = window();
        viewer.browser().page().navigate("about:blank");
        Site.wait(host.broadcast(false, "Cost"));
        meeting.add(alone);
        unseen.add(onAir - alone);
        watched.add(seen - alone);
    }

    /** CPU seconds per second, some seconds from now. */
    private double window() throws InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        long start = System.nanoTime();
        long before = site.cpu().toNanos();
        TimeUnit.SECONDS.sleep(seconds);
        return (double) (site.cpu().toNanos() - before) / (System.nanoTime() - start);
    }

    List<Figure> figures() {
        return List.of(
                cores(name + ": the meeting itself, three people", "", meeting),
                cores(name + ": a broadcast on top, no viewer", "0.05 core", unseen),
                cores(name + ": a broadcast on top, one viewer", "", watched));
    }

    private static Figure cores(String name, String target, List<Double> samples) {
        return new Figure(name, target, "core", 3, samples);
    }
}
