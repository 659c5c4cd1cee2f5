package io.rostrum.benchmark;

import io.rostrum.load.NewRoom;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.Watch;
import io.rostrum.testing.WatchPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Center, streaming server and the host's browser die by turns in one program, each as by {@code
 * kill -9}: what a viewer notices, and what is in the recording.
 */
record Crashing(int rounds) implements Measurement {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CALM_FRAMES = 80;
    private static final int DEAD_SECONDS = 5;
    private static final int TONE = 440;

    private enum Victim {
        CENTER,
        STREAMING_SERVER,
        BROWSER;

        private String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public List<Figure> measure(Site site) throws Exception {
        NewRoom room = site.room("Crash");
        RoomPage host = enter(site, room);
        host.goOnAir();
        WatchPage viewer =
                WatchPage.ofChannel(site.viewer("viewer").browser(), site.streaming(), room.id());
        viewer.awaits("live");
        viewer.awaitsPlaying();
        viewer.browser().watches();
        Map<Victim, List<Watch>> seen = new EnumMap<>(Victim.class);
        for (int round = 0; round < rounds; round++) {
            for (Victim victim : Victim.values()) {
                String when = "in round " + round + ", " + victim.words();
                awaitCalm(viewer, "before the kill " + when);
                viewer.browser().watches();
                host = strike(site, room, host, victim);
                host.awaitsBroadcast("on");
                awaitCalm(viewer, "after the kill " + when);
                seen.computeIfAbsent(victim, none -> new ArrayList<>())
                        .add(viewer.browser().watched());
            }
        }
        host.stopBroadcast();
        viewer.awaits("ended");
        return figures(seen, site);
    }

    private static RoomPage enter(Site site, NewRoom room) throws Exception {
        Person ana = new Person("Ana", Colour.RED, TONE);
        return RoomPage.enter(site.person(ana).browser(), Site.hostLink(room));
    }

    /** The program's own picture stands, and so many frames of it are drawn. */
    private static void awaitCalm(WatchPage viewer, String when) throws InterruptedException {
        viewer.browser().awaitsColour(Colour.RED, SOON);
        int before = viewer.browser().drawn();
        Eventually.holds(
                "it plays on " + when, SOON, () -> viewer.browser().drawn() > before + CALM_FRAMES);
        viewer.browser().awaitsColour(Colour.RED, SOON);
    }

    /** Returns the page by which the host goes on. */
    private static RoomPage strike(Site site, NewRoom room, RoomPage host, Victim victim)
            throws Exception {
        return switch (victim) {
            case CENTER -> {
                site.center().kill();
                TimeUnit.SECONDS.sleep(DEAD_SECONDS);
                site.center().restart();
                yield host;
            }
            case STREAMING_SERVER -> {
                site.streamingServer().kill();
                site.streamingServer().restart();
                yield host;
            }
            case BROWSER -> {
                host.browser().kill();
                TimeUnit.SECONDS.sleep(DEAD_SECONDS);
                yield enter(site, room);
            }
        };
    }

    private static List<Figure> figures(Map<Victim, List<Watch>> seen, Site site) throws Exception {
        List<Figure> figures = new ArrayList<>();
        seen.forEach((victim, watches) -> {
            String of = "kill -9 of the " + victim.words() + ": ";
            figures.add(
                    new Figure(
                            of + "stalls at the viewer",
                            "",
                            "",
                            0,
                            watches.stream().map(watch -> (double) watch.stalls()).toList()));
            figures.add(
                    Figure.millis(
                            of + "longest pause between two frames",
                            "",
                            watches.stream().map(Watch::longestGapMillis).toList()));
        });
        List<Recording> kept = Recording.all(site.streaming());
        figures.add(new Figure("recordings of it all", "1", "", 0, List.of((double) kept.size())));
        figures.add(step("picture", kept.getFirst().longestStep("v")));
        figures.add(step("sound", kept.getFirst().longestStep("a")));
        return figures;
    }

    private static Figure step(String what, double seconds) {
        return Figure.millis(
                "recording: longest step from " + what + " to " + what,
                what.equals("sound") ? "no hole: 21 ms" : "",
                List.of(seconds * 1000));
    }
}
