package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.rostrum.load.NewRoom;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.WatchPage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host's way on air and off it, as he meets it: sheet, countdown, question, recording. */
@Tag("system")
class HostOnAirTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aHostGoesOnAirOnlyByHisPressAndLeavesItOnlyAfterAQuestion() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Town hall");
            RoomPage ana = house.host(room, new Person("Ana", Colour.RED, 440));
            callsBackWhatHePressed(house, ana);
            goesOnAirByOneKey(house, ana);
            isAskedBeforeHeLeaves(ana);
            isAskedBeforeHeReloads(ana);
            findsHisRoomOnTheStartPage(house, room, ana);
            findsTheRecordingAfterTheStop(house, ana);
            goesOnAirAgainFromTheCard(house, ana);
        }
    }

    private static void callsBackWhatHePressed(House house, RoomPage ana) {
        ana.part("broadcast").click();
        ana.part("air-link").waitFor();
        assertThat(ana.part("air-link").getAttribute("data-value")).contains("/watch/");
        assertThat(ana.browser().barriers()).isEqualTo(List.of());
        ana.browser().screenshot("host-sheet");
        ana.part("air-title").fill("Council");
        ana.part("air-go").click();
        ana.part("call-back").click();
        ana.part("countdown").waitFor(gone());
        longerThanACountdown(ana.browser().page());
        ana.awaitsBroadcast("off");
        assertThat(house.channels()).isEmpty();
    }

    private static void goesOnAirByOneKey(House house, RoomPage ana) {
        ana.browser().page().keyboard().press("Shift+B");
        ana.part("countdown").waitFor();
        assertThat(ana.part("air-sheet").count()).isZero();
        ana.browser().screenshot("host-countdown");
        ana.awaitsBroadcast("on");
        Eventually.holds(
                "the program has its title",
                SOON,
                () ->
                        house.channels().stream()
                                .anyMatch(one -> "Council".equals(one.getString("title"))));
    }

    private static void isAskedBeforeHeLeaves(RoomPage ana) {
        ana.leave();
        ana.part("confirm-no").waitFor();
        assertThat(ana.browser().barriers()).isEqualTo(List.of());
        ana.browser().screenshot("host-leave");
        ana.browser().page().keyboard().press("Escape");
        ana.part("confirm-no").waitFor(gone());
        ana.awaitsConnection("inside");
        ana.awaitsBroadcast("on");
    }

    private static void isAskedBeforeHeReloads(RoomPage ana) {
        List<String> asked = new CopyOnWriteArrayList<>();
        Page page = ana.browser().page();
        page.onceDialog((Dialog dialog) -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.evaluate("() => { setTimeout(() => location.reload()); }");
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");
        ana.awaitsConnection("inside");
        ana.awaitsBroadcast("on");
    }

    private static void findsHisRoomOnTheStartPage(House house, NewRoom room, RoomPage ana) {
        try (Page home = ana.browser().page().context().newPage()) {
            home.navigate(house.servers().centerUrl().toString());
            home.locator("[data-test=on-air-" + room.id() + "]").waitFor();
            String back = home.locator("[data-test=enter-" + room.id() + "]").getAttribute("href");
            assertThat(back).endsWith("/r/" + room.id() + "#host=" + room.host().hostKey());
        }
    }

    private static void findsTheRecordingAfterTheStop(House house, RoomPage ana) throws Exception {
        String session = house.channels().getFirst().getString("session");
        ana.stopBroadcast();
        ana.part("ended-watch").waitFor();
        assertThat(ana.browser().barriers()).isEqualTo(List.of());
        ana.browser().screenshot("host-ended");
        String link = ana.part("ended-watch").getAttribute("href");
        assertThat(link).endsWith("/watch/recordings/" + session);
        Chromium viewer = house.browsers().viewer("catch-up");
        WatchPage page = WatchPage.ofRecording(viewer, house.servers().streamingUrl(), session);
        page.awaits("recording");
        URI download = URI.create(ana.part("ended-mp4").getAttribute("href"));
        assertThat(house.get(download).statusCode()).isEqualTo(200);
        assertThat(ana.part("ended-edit").getAttribute("href")).contains("#recording-" + session);
    }

    private static void goesOnAirAgainFromTheCard(House house, RoomPage ana) {
        ana.part("again-on-air").click();
        ana.part("countdown").waitFor();
        ana.browser().page().keyboard().press("Escape");
        ana.part("countdown").waitFor(gone());
        longerThanACountdown(ana.browser().page());
        ana.awaitsBroadcast("off");
        assertThat(house.channels()).isEmpty();
        ana.part("again-on-air").click();
        ana.awaitsBroadcast("on");
        ana.part("ended").waitFor(gone());
        ana.leave();
        ana.part("confirm-yes").click();
        ana.part("outcome").waitFor();
        Eventually.holds("off air", SOON, () -> house.channels().isEmpty());
    }

    /** What does not begin can only be seen by waiting for it. */
    private static void longerThanACountdown(Page page) {
        page.evaluate("() => new Promise((later) => setTimeout(later, 4000))");
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }
}
