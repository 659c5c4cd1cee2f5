package io.rostrum.system;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.load.scene.Voice;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.WatchPage;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Proof 8: every page in both languages and themes, on a desk and in a hand. */
@Tag("system")
class PagesTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static House house;
    private static NewRoom room;
    private static NewRoom hidden;
    private static NewRoom past;
    private static SyntheticParticipant host;

    @BeforeAll
    static void goOnAir() throws Exception {
        house = House.open();
        past = house.room("Yesterday's news");
        SyntheticParticipant reporter =
                house.synthetic(somebody("Reporter", 60, 140, 70), past.host());
        House.await(reporter.choose(reporter.id()));
        House.await(reporter.broadcast(true, "Yesterday's news"));
        Eventually.holds("on air", SOON, () -> !house.channels().isEmpty());
        hidden = house.room("Board meeting");
        house.access(hidden, "private", "open sesame");
        room = house.room("Town hall");
        host = house.synthetic(somebody("Ana", 196, 74, 60), room.host());
        House.await(reporter.broadcast(false, "Yesterday's news"));
        house.synthetic(somebody("Ben", 38, 140, 80), room.guest());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, "Town hall"));
        Eventually.holds(
                "both listed",
                SOON,
                () -> house.channels().size() == 1 && house.recordings().size() == 1);
    }

    private static Persona somebody(String name, int red, int green, int blue) {
        return Persona.of(name, new Portrait(name, Tint.rgb(red, green, blue)), new Voice(220));
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Look.Each
    void everyPageIsWholeAndHasNoBarrier(Look look) throws Exception {
        Person person = new Person("Cem", Colour.PURPLE, 700);
        try (Chromium browser = house.browsers().person(person, look.window())) {
            visit(browser, house.servers().centerUrl().toString(), "home", look);
            visit(browser, house.servers().streamingUrl().toString(), "directory", look);
            watch(browser, look);
            deskAndForm(browser, look);
            recordings(browser, look);
            takePart(browser, look);
        }
    }

    private static void visit(Chromium browser, String address, String page, Look look) {
        browser.page().navigate(address);
        browser.page().locator("h1, h2").first().waitFor();
        look.check(browser, page);
    }

    private static void watch(Chromium browser, Look look) {
        WatchPage page = WatchPage.ofChannel(browser, house.servers().streamingUrl(), room.id());
        page.awaits("live");
        page.awaitsPlaying();
        browser.awaitsSight("the program", SOON, sight -> !sight.colour().equals(Colour.BLACK));
        look.check(browser, "watch");
    }

    private static void deskAndForm(Chromium browser, Look look) throws Exception {
        browser.page().navigate(house.deskLink(hidden));
        browser.page().locator("[data-test=access-private]").check();
        browser.page().locator("[data-test=access-password]").waitFor();
        look.check(browser, "desk");
        WatchPage page = WatchPage.ofChannel(browser, house.servers().streamingUrl(), hidden.id());
        page.awaits("locked");
        browser.page().locator("[data-test=watch-password]").fill("a guess");
        browser.page().locator("[data-test=watch-open]").click();
        browser.page().locator("[data-test=watch-error]:not(:empty)").waitFor();
        look.check(browser, "password");
    }

    private static void recordings(Chromium browser, Look look) {
        browser.page().navigate(house.deskLink(past));
        browser.page().locator("[data-test=recording-properties] summary").click();
        browser.page().locator("[data-test=download]").waitFor();
        look.check(browser, "desk-recordings");
        browser.page().locator("[data-test=recording-edit]").click();
        browser.page().locator("[data-test=edit-title]").waitFor();
        look.check(browser, "desk-recording-edit");
    }

    private static void takePart(Chromium browser, Look look) {
        RoomPage page = RoomPage.open(browser, room.link());
        look.check(browser, "lobby");
        page.enterAs("Cem");
        page.choose("Ben");
        browser.awaitsSight(
                "Ben", SOON, sight -> sight.moving() && sight.colour().equals(Colour.GREEN));
        look.check(browser, "room");
        page.leave();
    }
}
