package io.rostrum.benchmark;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.load.scene.Voice;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * From the host's press on a person in a locked room to that person's first frame in another
 * browser; by turns a browser's camera and a synthetic one.
 */
record Taking(int runs) implements Measurement {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Override
    public List<Figure> measure(Site site) throws Exception {
        NewRoom room = site.room("Take");
        Portrait portrait = new Portrait("Ben", Tint.rgb(40, 60, 220));
        site.synthetic(Persona.of("Ben", portrait, new Voice(220)), room.guest());
        Lens ana = site.person(new Person("Ana", Colour.RED, 440));
        Chromium eve = site.person(new Person("Eve", Colour.GREEN, 620)).browser();
        RoomPage host = RoomPage.enter(ana.browser(), Site.hostLink(room));
        RoomPage.enter(eve, room.link());
        host.choose("Ben");
        host.lock(true);
        eve.awaitsColour(Colour.BLUE, SOON);
        eve.watches();
        Eventually.holds("frames", SOON, () -> !eve.watched().changes().isEmpty());
        List<Double> millis = new ArrayList<>();
        for (int run = 0; run < 2 * runs; run++) {
            int before = eve.watched().changes().size();
            host.choose(run % 2 == 0 ? "Ana" : "Ben");
            Eventually.holds("a cut", SOON, () -> eve.watched().changes().size() > before);
            Watch.Change cut = eve.watched().changes().get(before);
            millis.add(cut.millis() - ana.pressed());
        }
        return List.of(Figure.millis("take: click to first frame at another", "400 ms", millis));
    }
}
