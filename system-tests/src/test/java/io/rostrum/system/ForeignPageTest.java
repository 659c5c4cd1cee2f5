package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A private program in the player that a foreign page embeds, where no cookie of ours is kept. */
@Tag("system")
class ForeignPageTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PASSWORD = "open sesame";

    /** A right to watch is good for 24 to 25 hours: by then its last half hour has begun. */
    private static final Duration NEXT_DAY = Duration.ofHours(24).plusMinutes(31);

    private static House house;
    private static NewRoom room;

    @BeforeAll
    static void goOnAir() throws Exception {
        house = House.open();
        room = house.room("Board meeting");
        house.access(room, "private", PASSWORD);
        Persona ana = Persona.of("Ana", new Portrait("Ana", Tints.RED), Microphone.tone(440, 0.1));
        SyntheticParticipant host = house.synthetic(ana, room.host());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, "Board meeting"));
        House.awaitsBroadcast(host, "on");
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Test
    void whoKnowsThePasswordWatchesThere() throws Exception {
        try (ForeignSite site = new ForeignSite(frame());
                Chromium browser = house.browsers().viewer("visitor")) {
            browser.page().navigate(site.address());
            Frame player = player(browser.page());
            enter(player, "a guess");
            player.locator("[data-test=watch-error]:not(:empty)").waitFor();
            enter(player, PASSWORD);
            awaitsRed(browser, player);
            assertThat(browser.page().context().cookies()).isEmpty();
        }
    }

    @Test
    void theRightIsExchangedBeforeItEndsAndTheProgramPlaysOn() throws Exception {
        try (ForeignSite site = new ForeignSite(frame());
                Chromium browser = house.browsers().viewer("patient visitor")) {
            Page page = browser.page();
            page.navigate(site.address());
            Frame player = player(page);
            enter(player, PASSWORD);
            awaitsRed(browser, player);
            Response exchange =
                    page.waitForResponse(
                            response -> response.url().endsWith("/watch"),
                            () ->
                                    page.clock()
                                            .setFixedTime(Date.from(Instant.now().plus(NEXT_DAY))));
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.request().postData()).contains("\"right\"");
            awaitsRed(browser, player);
        }
    }

    private static String frame() {
        return "<iframe width=640 height=360 allow=autoplay src='%s/embed/%s'></iframe>"
                .formatted(house.servers().streamingUrl(), room.id());
    }

    private static Frame player(Page page) {
        page.frameLocator("iframe").locator("[data-test=password-form]").waitFor();
        return page.frames().getLast();
    }

    private static void enter(Frame player, String password) {
        player.locator("[data-test=watch-password]").fill(password);
        player.locator("[data-test=watch-open]").click();
    }

    private static void awaitsRed(Chromium browser, Frame player) {
        Eventually.becomes(
                "the frame plays",
                SOON,
                () -> browser.sees(player),
                sight -> sight.moving() && sight.colour().equals(Colour.RED));
    }
}
