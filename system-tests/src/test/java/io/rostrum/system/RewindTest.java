package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.load.scene.Voice;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.WatchPage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A viewer of a live program goes back to its beginning, returns, and may stay when it ends. */
@Tag("system")
class RewindTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    private House house;
    private NewRoom room;
    private SyntheticParticipant host;

    @BeforeEach
    void goOnAir() throws Exception {
        house = House.open();
        room = house.room("Town hall");
        host =
                house.synthetic(
                        Persona.of(
                                "Ana", new Portrait("Ana", Tint.rgb(196, 74, 60)), new Voice(220)),
                        room.host());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, "Town hall"));
        Eventually.holds("on air", SOON, () -> !house.channels().isEmpty());
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void goesBackToTheStartAndReturnsToLive() throws Exception {
        WatchPage watch = house.viewer(room);
        Page page = watch.browser().page();
        watch.awaits("live");
        watch.awaitsPlaying();
        Eventually.holds("a past to go back to", SOON, () -> position(page) > 18);

        page.locator("[data-test=from-start]").click();
        page.locator("[data-test=rewound]").waitFor();
        Eventually.holds("at the beginning", SOON, () -> position(page) < 6);
        watch.awaitsPlaying();
        assertThat(end(page)).as("the bar spans all of the program").isGreaterThan(18);

        page.keyboard().press("End");
        Eventually.holds("live again", SOON, () -> atEdge(page));
        assertThat(page.locator("[data-test=rewound]").count()).isZero();
        watch.awaitsPlaying();

        page.locator("[data-test=seek-bar]").focus();
        page.keyboard().press("Home");
        page.locator("[data-test=rewound]").waitFor();
        page.keyboard().press("End");
        watch.awaitsPlaying();
        page.keyboard().press("Home");
        page.locator("[data-test=rewound]").waitFor();
        House.await(host.broadcast(false, "Town hall"));
        watch.awaits("ended");
        assertThat(page.locator("[data-test=rewound]").isVisible()).isTrue();
        watch.awaitsPlaying();
    }

    private static double position(Page page) {
        return number(page, "aria-valuenow");
    }

    private static double end(Page page) {
        return number(page, "aria-valuemax");
    }

    private static double number(Page page, String name) {
        Locator bar = page.locator("[data-test=seek-bar]");
        return Double.parseDouble(bar.getAttribute(name));
    }

    private static boolean atEdge(Page page) {
        return "true".equals(page.locator("[data-test=live-button]").getAttribute("data-at-edge"));
    }
}
