package io.rostrum.benchmark;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.load.scene.Voice;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Colour;
import io.rostrum.testing.RoomPage;
import java.util.ArrayList;
import java.util.List;

/** From the press on Join to the first picture of somebody else. */
record Joining(int runs) implements Measurement {
    @Override
    public List<Figure> measure(Site site) throws Exception {
        NewRoom room = site.room("Join");
        Portrait portrait = new Portrait("Ben", Tint.rgb(40, 60, 220));
        site.synthetic(Persona.of("Ben", portrait, new Voice(220)), room.host());
        Lens ana = site.person(new Person("Ana", Colour.RED, 440));
        List<Double> millis = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            RoomPage page = RoomPage.open(ana.browser(), room.link());
            ana.awaitFirst();
            page.enterAs("Ana");
            millis.add(ana.first() - ana.pressed());
            page.leave();
        }
        return List.of(Figure.millis("join: click to first remote picture", "1500 ms", millis));
    }
}
