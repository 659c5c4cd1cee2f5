package io.rostrum.benchmark;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.testing.Browsers.Window;
import io.rostrum.testing.WatchPage;
import java.util.ArrayList;
import java.util.List;

/**
 * The player by WHEP: how old what it shows is, how soon after the choice the first picture stands,
 * and how soon LL-HLS plays where UDP is blocked.
 */
record Talking(int runs, double seconds) implements Measurement {
    private static final double SETTLING_MILLIS = 5_000;
    private static final List<String> WITHOUT_UDP =
            List.of("--webrtc-ip-handling-policy=disable_non_proxied_udp");

    @Override
    public List<Figure> measure(Site site) throws Exception {
        NewRoom room = site.room("Talk");
        Clapper clapper = new Clapper();
        SyntheticParticipant host =
                site.synthetic(
                        Persona.of("Ana", clapper.camera(), clapper.microphone()), room.host());
        Site.wait(host.choose(host.id()));
        Site.wait(host.broadcast(true, "Talk"));
        String address = site.streaming() + "/watch/" + room.id();
        List<Figure> figures = new ArrayList<>(watched(site.viewer("viewer"), address));
        figures.add(
                Figure.millis(
                        "UDP blocked: page opened to LL-HLS playing",
                        "3000 ms",
                        blocked(site, address)));
        return figures;
    }

    private List<Figure> watched(Lens viewer, String address) {
        WatchPage page = WatchPage.open(viewer.browser(), address + "?latency=low");
        page.awaitsWay("whep");
        page.awaitsPlaying();
        viewer.browser().page().waitForTimeout(SETTLING_MILLIS);
        viewer.watchFilm();
        viewer.browser().page().waitForTimeout(seconds * 1000);
        Lens.Film film = viewer.takeFilm();
        List<Double> ages = film.frames().stream().map(Lens.Frame::age).toList();
        return List.of(
                Figure.millis("WHEP: camera to screen, every frame", "300 ms", ages),
                new Figure("WHEP: stalls", "0", "", 0, List.of((double) film.stalls())),
                Figure.millis(
                        "WHEP: click on Live talk to its first frame",
                        "500 ms",
                        clicks(viewer, page)));
    }

    /** From smooth to live talk by the switch, while LL-HLS plays. */
    private List<Double> clicks(Lens viewer, WatchPage page) {
        List<Double> millis = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            viewer.browser().page().locator("[data-test=wish-smooth]").click();
            page.awaitsWay("hls");
            page.awaitsPlaying();
            viewer.awaitStream();
            viewer.browser().page().locator("[data-test=wish-low]").click();
            millis.add(viewer.first() - viewer.pressed());
            page.awaitsWay("whep");
        }
        return millis;
    }

    private List<Double> blocked(Site site, String address) throws Exception {
        Lens viewer = site.viewer("blocked", Window.DEFAULT, WITHOUT_UDP);
        List<Double> millis = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            WatchPage page = WatchPage.open(viewer.browser(), address + "?latency=low");
            viewer.awaitFirst();
            double opened =
                    ((Number) viewer.browser().page().evaluate("() => performance.timeOrigin"))
                            .doubleValue();
            millis.add(viewer.first() - opened);
            page.awaitsWay("hls");
        }
        return millis;
    }
}
