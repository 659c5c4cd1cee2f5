package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.rostrum.load.NewRoom;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Colour;
import io.rostrum.testing.RoomPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people in two browsers who write, react, raise hands and call themselves otherwise. */
@Tag("system")
class ChatTest {
    private static final double PATIENCE_MILLIS = 60_000;

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open();
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Test
    void twoPeopleWriteAndTheHostKeepsOrder() throws Exception {
        NewRoom room = house.room("Chat");
        RoomPage ana = house.host(room, new Person("Ana", Colour.RED, 440));
        RoomPage ben = house.guest(room, new Person("Ben", Colour.GREEN, 620));

        write(ben, "See <b>https://example.org/a?b=1&c=2</b>");
        Locator chat = ana.part("chat");
        awaits(chat.and(ana.browser().page().locator("[aria-label*='1']")));
        chat.click();
        Locator line = ana.part("chat-1");
        awaits(line);
        assertThat(line.locator(".text").innerText())
                .isEqualTo("See <b>https://example.org/a?b=1&c=2</b>");
        Locator link = line.locator("a");
        assertThat(link.getAttribute("href")).isEqualTo("https://example.org/a?b=1&c=2");
        assertThat(link.getAttribute("rel")).contains("noopener").contains("noreferrer");

        ana.part("erase-1").click();
        awaitsGone(ben.part("chat-1"));
        ana.part("chat-options").click();
        ana.part("chat-open").click();
        awaits(ben.part("chat-barred"));
        ana.part("chat-open").click();
        awaits(ben.part("chat-text"));

        ben.breakConnection();
        ben.awaitsConnection("reconnecting");
        ben.awaitsConnection("inside");
        write(ben, "Back again");
        awaits(ana.part("chat-2"));
        lateOnesReadIt(room);
        handsAndNames(ana, ben);
    }

    private static void lateOnesReadIt(NewRoom room) throws Exception {
        RoomPage late = house.guest(room, new Person("Cem", Colour.BLUE, 880, 320, 180));
        late.browser().page().keyboard().press("c");
        awaits(late.part("chat-2"));
        assertThat(late.part("chat-1").count()).isZero();
        late.leave();
    }

    private static void handsAndNames(RoomPage ana, RoomPage ben) {
        ana.part("chat-close").click(); // in a small window it lies over the people
        ben.part("chat-close").click();
        ben.part("hand").click();
        ana.part("lower-all").click();
        awaitsGone(ana.part("lower-all"));

        ben.part("react").click();
        ben.part("react-clap").first().click();
        awaits(ana.part("floating-clap").first());

        ben.part("more").click();
        ben.part("more-rename").click();
        ben.part("rename-name").fill("Benjamin");
        ben.part("rename-save").click();
        ana.awaitsPerson("Benjamin");
    }

    private static void write(RoomPage by, String text) {
        if (by.part("chat-panel").count() == 0) {
            by.part("chat").click();
        }
        by.part("chat-text").fill(text);
        by.part("chat-text").press("Enter");
    }

    private static void awaits(Locator part) {
        part.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static void awaitsGone(Locator part) {
        part.waitFor(
                new Locator.WaitForOptions()
                        .setTimeout(PATIENCE_MILLIS)
                        .setState(WaitForSelectorState.DETACHED));
    }
}
