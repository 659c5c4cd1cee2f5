package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.load.scene.Voice;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Browsers.Window;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.WatchPage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "desktop, en-US, dark",
        "desktop, en-US, light",
        "desktop, zh-CN, dark",
        "desktop, zh-CN, light",
        "phone, en-US, dark",
        "phone, en-US, light",
        "phone, zh-CN, dark",
        "phone, zh-CN, light"
    })
    void everyPageIsWholeAndHasNoBarrier(String size, String language, String theme)
            throws Exception {
        boolean phone = size.equals("phone");
        Window window =
                new Window(phone ? 390 : 1280, phone ? 844 : 800, theme.equals("dark"), language);
        String look = size + "-" + language.substring(0, 2) + "-" + theme;
        Person person = new Person("Cem", Colour.PURPLE, 700);
        try (Chromium browser = house.browsers().person(person, window)) {
            visit(browser, house.servers().centerUrl().toString(), "home-" + look);
            visit(browser, house.servers().streamingUrl().toString(), "directory-" + look);
            watch(browser, look);
            deskAndForm(browser, look);
            recordings(browser, look);
            takePart(browser, look);
        }
    }

    private static void visit(Chromium browser, String address, String title) {
        browser.page().navigate(address);
        browser.page().locator("h1, h2").first().waitFor();
        look(browser, title);
    }

    private static void watch(Chromium browser, String look) {
        WatchPage page = WatchPage.ofChannel(browser, house.servers().streamingUrl(), room.id());
        page.awaits("live");
        page.awaitsPlaying();
        browser.awaitsSight("the program", SOON, sight -> !sight.colour().equals(Colour.BLACK));
        look(browser, "watch-" + look);
    }

    private static void deskAndForm(Chromium browser, String look) throws Exception {
        browser.page().navigate(house.deskLink(hidden));
        browser.page().locator("[data-test=access-private]").check();
        browser.page().locator("[data-test=access-password]").waitFor();
        look(browser, "desk-" + look);
        WatchPage page = WatchPage.ofChannel(browser, house.servers().streamingUrl(), hidden.id());
        page.awaits("locked");
        browser.page().locator("[data-test=watch-password]").fill("a guess");
        browser.page().locator("[data-test=watch-open]").click();
        browser.page().locator("[data-test=watch-error]:not(:empty)").waitFor();
        look(browser, "password-" + look);
    }

    private static void recordings(Chromium browser, String look) {
        browser.page().navigate(house.deskLink(past));
        browser.page().locator("[data-test=recording-properties] summary").click();
        browser.page().locator("[data-test=download]").waitFor();
        look(browser, "desk-recordings-" + look);
        browser.page().locator("[data-test=recording-edit]").click();
        browser.page().locator("[data-test=edit-title]").waitFor();
        look(browser, "desk-recording-edit-" + look);
    }

    private static void takePart(Chromium browser, String look) {
        RoomPage page = RoomPage.open(browser, room.link());
        look(browser, "lobby-" + look);
        page.enterAs("Cem");
        page.choose("Ben");
        browser.awaitsSight(
                "Ben", SOON, sight -> sight.moving() && sight.colour().equals(Colour.GREEN));
        look(browser, "room-" + look);
        page.leave();
    }

    /** Keeps what it looks like; nothing serious for axe, nothing wider than the window. */
    private static void look(Chromium browser, String title) {
        browser.screenshot(title);
        assertThat(browser.barriers()).as(title).isEqualTo(List.of());
        Object overflow =
                browser.page()
                        .evaluate(
                                "() => document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue()).as("%s overflows", title).isZero();
    }
}
