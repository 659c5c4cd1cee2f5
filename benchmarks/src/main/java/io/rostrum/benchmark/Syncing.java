package io.rostrum.benchmark;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.testing.WatchPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How far sound and picture are apart at the beginning and at the end of a long program, by every
 * way to watch it and in the recording. Nobody watches in between.
 */
record Syncing(double minutes) implements Measurement {
    private static final int SETTLING_SECONDS = 15;
    private static final int LOOK_SECONDS = 20;
    private static final String TARGET = "within 45 ms";

    @Override
    public List<Figure> measure(Site site) throws Exception {
        NewRoom room = site.room("Sync");
        Clapper clapper = new Clapper();
        SyntheticParticipant host =
                site.synthetic(
                        Persona.of("Ana", clapper.camera(), clapper.microphone()), room.host());
        Site.wait(host.choose(host.id()));
        Site.wait(host.broadcast(true, "Sync"));
        long began = System.nanoTime();
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        List<Figure> figures = new ArrayList<>(looks(site, room.id(), "start"));
        long over = began + (long) (minutes * 60e9);
        TimeUnit.NANOSECONDS.sleep(over - System.nanoTime());
        figures.addAll(looks(site, room.id(), "after " + Watching.duration(minutes)));
        Site.wait(host.broadcast(false, "Sync"));
        double seconds = (System.nanoTime() - began) / 1e9;
        Recording kept = Recording.newest(site.streaming());
        figures.add(read("recording, start", kept.piece(1, LOOK_SECONDS)));
        double last = seconds - LOOK_SECONDS - SETTLING_SECONDS;
        figures.add(read("recording, end", kept.piece(last, LOOK_SECONDS)));
        return figures;
    }

    private static List<Figure> looks(Site site, String channel, String when) throws Exception {
        return List.of(
                watched(site, channel, "low", "WHEP, " + when),
                watched(site, channel, "smooth", "LL-HLS, " + when),
                read(
                        "plain HLS, " + when,
                        Recording.live(site.streaming(), channel, LOOK_SECONDS)));
    }

    private static Figure watched(Site site, String channel, String latency, String how)
            throws Exception {
        Lens viewer = site.viewer("viewer");
        try (var _ = viewer.browser()) {
            String address = site.streaming() + "/watch/" + channel + "?latency=" + latency;
            WatchPage page = WatchPage.open(viewer.browser(), address);
            page.awaitsWay(latency.equals("low") ? "whep" : "hls");
            page.awaitsPlaying();
            viewer.listenForBeeps();
            viewer.browser().page().waitForTimeout(SETTLING_SECONDS * 1000);
            viewer.watchFilm();
            viewer.takeBeeps();
            viewer.browser().page().waitForTimeout(LOOK_SECONDS * 1000);
            return figure(how, Clapper.flashes(viewer.takeFilm().frames()), viewer.takeBeeps());
        }
    }

    private static Figure read(String how, Recording piece) throws Exception {
        Recording.Strikes strikes = piece.strikes();
        return figure(how, strikes.flashes(), strikes.beeps());
    }

    private static Figure figure(String how, List<Double> flashes, List<Double> beeps) {
        return Figure.millis("sound behind picture: " + how, TARGET, Clapper.late(flashes, beeps));
    }
}
