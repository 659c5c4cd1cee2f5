package io.rostrum.benchmark;

import io.rostrum.load.NewRoom;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Colour;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.WatchPage;
import java.util.ArrayList;
import java.util.List;

/**
 * From the press on Broadcast to the first frame in a player page that was waiting for it, without
 * the countdown that the press can be taken back in.
 */
record GoingOnAir(int runs) implements Measurement {
    /** As the page counts: three seconds. */
    private static final double COUNTDOWN_MILLIS = 3_000;

    @Override
    public List<Figure> measure(Site site) throws Exception {
        NewRoom room = site.room("Air");
        Lens ana = site.person(new Person("Ana", Colour.RED, 440));
        Lens viewer = site.viewer("viewer");
        RoomPage host = RoomPage.enter(ana.browser(), Site.hostLink(room));
        host.choose("Ana");
        List<Double> millis = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            WatchPage page = WatchPage.ofChannel(viewer.browser(), site.streaming(), room.id());
            page.awaits("waiting");
            viewer.awaitFirst();
            host.pressOnAir();
            double pressed = ana.pressed();
            millis.add(viewer.first() - pressed - COUNTDOWN_MILLIS);
            host.awaitsBroadcast("on");
            host.stopBroadcast();
            page.awaits("ended");
        }
        return List.of(
                Figure.millis(
                        "Broadcast pressed to first frame in an open page", "3000 ms", millis));
    }
}
