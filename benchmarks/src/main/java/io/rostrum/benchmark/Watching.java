package io.rostrum.benchmark;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.testing.WatchPage;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * A viewer of a program for some minutes: how old what he sees is, whether it stalls, how far sound
 * and picture are apart for him and in the recording.
 */
record Watching(double minutes) implements Measurement {
    private static final double SETTLING_MILLIS = 10_000;
    private static final double LOOK_MILLIS = 5_000;
    private static final int STRIKES = 15;

    /** What a viewer has seen and heard. */
    private record Seen(List<Lens.Frame> frames, List<Double> beeps, int stalls) {}

    @Override
    public List<Figure> measure(Site site) throws Exception {
        NewRoom room = site.room("Watch");
        Clapper clapper = new Clapper();
        SyntheticParticipant host =
                site.synthetic(
                        Persona.of("Ana", clapper.camera(), clapper.microphone()), room.host());
        Site.wait(host.choose(host.id()));
        Site.wait(host.broadcast(true, "Watch"));
        Lens viewer = site.viewer("viewer");
        WatchPage page = WatchPage.ofChannel(viewer.browser(), site.streaming(), room.id());
        page.awaits("live");
        page.awaitsPlaying();
        Seen seen = watch(viewer);
        Site.wait(host.broadcast(false, "Watch"));
        page.awaits("ended");
        return figures(seen, Recording.newest(site.streaming()));
    }

    private Seen watch(Lens viewer) {
        viewer.listenForBeeps();
        viewer.browser().page().waitForTimeout(SETTLING_MILLIS);
        viewer.watchFilm();
        viewer.takeBeeps();
        List<Lens.Frame> frames = new ArrayList<>();
        List<Double> beeps = new ArrayList<>();
        int stalls = 0;
        for (double passed = 0; passed < minutes * 60_000; passed += LOOK_MILLIS) {
            viewer.browser().page().waitForTimeout(LOOK_MILLIS);
            Lens.Film film = viewer.takeFilm();
            frames.addAll(film.frames());
            beeps.addAll(viewer.takeBeeps());
            stalls = film.stalls();
        }
        return new Seen(frames, beeps, stalls);
    }

    private List<Figure> figures(Seen seen, Recording recording) throws Exception {
        List<Double> ages = seen.frames().stream().map(frame -> frame.age() / 1000).toList();
        List<Double> skews = Clapper.late(Clapper.flashes(seen.frames()), seen.beeps());
        Recording.Strikes strikes = recording.strikes();
        List<Double> kept = Clapper.late(strikes.flashes(), strikes.beeps());
        String period = " in " + duration(minutes);
        return List.of(
                new Figure("LL-HLS: camera to screen, every frame" + period, "2 s", "s", 2, ages),
                new Figure("stalls" + period, "0", "", 0, List.of((double) seen.stalls())),
                new Figure("longest pause between two frames", "", "ms", 0, List.of(gap(seen))),
                skew("viewer, start", first(skews)),
                skew("viewer, after " + duration(minutes), last(skews)),
                skew("recording, start", first(kept)),
                skew("recording, end", last(kept)));
    }

    static String duration(double minutes) {
        return new DecimalFormat("0.#").format(minutes) + " min";
    }

    private static double gap(Seen seen) {
        double longest = 0;
        for (int i = 1; i < seen.frames().size(); i++) {
            longest =
                    Math.max(
                            longest,
                            seen.frames().get(i).drawn() - seen.frames().get(i - 1).drawn());
        }
        return longest;
    }

    private static List<Double> first(List<Double> skews) {
        return skews.subList(0, Math.min(STRIKES, skews.size()));
    }

    private static List<Double> last(List<Double> skews) {
        return skews.subList(Math.max(0, skews.size() - STRIKES), skews.size());
    }

    private static Figure skew(String where, List<Double> millis) {
        return Figure.millis("sound behind picture: " + where, "within 45 ms", millis);
    }
}
