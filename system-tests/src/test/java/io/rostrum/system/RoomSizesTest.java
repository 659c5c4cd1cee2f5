package io.rostrum.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.load.scene.Voice;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.RoomPage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The host's room in every window: the stage yields, and each control can be pressed. */
@Tag("system")
class RoomSizesTest {
    /** 640x400 is 1280x800 at 200 % zoom. */
    private static final List<String> SIZES =
            List.of(
                    "320x568",
                    "360x740",
                    "390x844",
                    "480x360",
                    "568x320",
                    "640x360",
                    "640x400",
                    "667x375",
                    "768x1024",
                    "800x480",
                    "844x390",
                    "1280x800",
                    "1920x1080",
                    "3840x2160");

    /** Where a sheet has the least room, and where it has enough. */
    private static final List<String> TIGHT =
            List.of("320x568", "480x360", "568x320", "640x400", "768x1024", "1280x800");

    private static final List<String> BAR =
            List.of("mute", "camera", "share", "hand", "more", "leave", "lock", "broadcast");

    private static final String LONG = "Ms. Weber (Sunshine kindergarten), class 4b";

    @Test
    void everyControlCanBePressedInEveryWindowAndLanguage() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Town hall of the whole district");
            house.synthetic(somebody("Ben"), room.guest());
            house.synthetic(somebody(LONG), room.guest());
            Person host = new Person("Hanna", Colour.PURPLE, 700);
            try (Chromium browser = house.browsers().person(host)) {
                RoomPage page =
                        RoomPage.enter(
                                browser, RoomPage.hostLink(room.link(), room.host().hostKey()));
                page.awaitsPerson(LONG);
                inBothLanguages(page, "off air", List.of("more", "broadcast"));
                page.lock(true);
                page.goOnAir();
                page.part(tools(page.person("Ben"))).click();
                inBothLanguages(page, "on air", List.of("more", "broadcast", "leave"));
                aLargerFontEnlargesIt(page);
            }
        }
    }

    private static Persona somebody(String name) {
        return Persona.of(name, new Portrait("B", Tint.rgb(38, 140, 80)), new Voice(220));
    }

    private static String tools(Locator person) {
        return Objects.requireNonNull(person.getAttribute("data-test"))
                .replace("person-", "tools-");
    }

    private static void inBothLanguages(RoomPage page, String state, List<String> openers)
            throws IOException {
        for (String language : List.of("one", "the other")) {
            String where = state + ", " + language + " language";
            for (String size : SIZES) {
                inSize(page, size, where);
            }
            for (String opener : openers) {
                opened(page, opener, where + ", opened by " + opener);
            }
            otherLanguage(page);
        }
    }

    /** Whatever lies over the room is a sheet or a question, with controls of its own. */
    private static void opened(RoomPage room, String opener, String where) throws IOException {
        room.part(opener).click();
        room.browser().page().locator("dialog[open]").waitFor();
        for (String size : TIGHT) {
            Map<?, ?> found = looked(room, size);
            assertThat((List<?>) found.get("faults")).as(where + ", " + size).isEqualTo(List.of());
            assertThat((List<?>) found.get("controls")).as(where + ", " + size).isNotEmpty();
        }
        room.browser().page().keyboard().press("Escape");
    }

    /** The switch stands in the menu of the room's header. */
    private static void otherLanguage(RoomPage page) {
        page.part("menu").locator("summary").click();
        page.part("language").click();
        page.browser().page().keyboard().press("Escape");
    }

    private static void inSize(RoomPage room, String size, String where) throws IOException {
        Map<?, ?> found = looked(room, size);
        assertThat((List<?>) found.get("faults")).as(where + ", " + size).isEqualTo(List.of());
        for (String control : BAR) {
            assertThat(((List<?>) found.get("controls")).stream().map(Object::toString))
                    .as(where + ", " + size)
                    .contains(control);
        }
    }

    private static Map<?, ?> looked(RoomPage room, String size) throws IOException {
        Page page = room.browser().page();
        String[] sides = size.split("x");
        page.setViewportSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        return (Map<?, ?>) page.evaluate(script());
    }

    /** The root's font is what a reader sets in his browser. */
    private static void aLargerFontEnlargesIt(RoomPage room) throws IOException {
        Page page = room.browser().page();
        page.setViewportSize(1280, 800);
        double before = width(room.part("mute"));
        page.evaluate("() => document.documentElement.style.fontSize = '150%'");
        assertThat(width(room.part("mute"))).isGreaterThanOrEqualTo(1.45 * before);
        Map<?, ?> found = (Map<?, ?>) page.evaluate(script());
        assertThat((List<?>) found.get("faults")).as("with a large font").isEqualTo(List.of());
    }

    private static double width(Locator control) {
        return Objects.requireNonNull(control.boundingBox()).width;
    }

    private static String script() throws IOException {
        try (InputStream in = RoomSizesTest.class.getResourceAsStream("reach.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }
}
