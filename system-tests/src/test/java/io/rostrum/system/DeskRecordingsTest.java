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
import io.rostrum.testing.Browsers.Window;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Eventually;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host looks after his recordings at the desk, in a real browser. */
@Tag("system")
class DeskRecordingsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void aHostEditsHidesTakesAndDeletesARecording() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Town hall");
            record(house, room);
            Window window = new Window(1280, 900, true, "en-US");
            try (Chromium browser = house.browsers().viewer("desk", window)) {
                Page page = browser.page();
                page.navigate(house.deskLink(room));
                at(page, "recording-edit").click();
                at(page, "edit-title").fill("Council <b>meeting</b>");
                at(page, "edit-description").fill("About the harbour.");
                at(page, "edit-visibility").selectOption("unlisted");
                browser.screenshot("desk-recording-edit");
                assertThat(browser.barriers()).isEqualTo(List.of());
                at(page, "edit-save").click();
                at(page, "recording-visibility").waitFor();
                assertThat(at(page, "recording-title").textContent())
                        .isEqualTo("Council <b>meeting</b>");
                assertThat(house.recordings()).isEmpty();
                at(page, "recording-properties").locator("summary").click();
                at(page, "download-order").click();
                at(page, "download-had").waitFor(patient());
                browser.screenshot("desk-recording");
                assertThat(browser.barriers()).isEqualTo(List.of());
                at(page, "recording-delete").click();
                browser.screenshot("desk-recording-delete");
                at(page, "confirm-yes").click();
                at(page, "no-recordings").waitFor();
            }
        }
    }

    private static Locator at(Page page, String name) {
        return page.locator("[data-test=" + name + "]");
    }

    private static Locator.WaitForOptions patient() {
        return new Locator.WaitForOptions().setTimeout(SOON.toMillis());
    }

    private static void record(House house, NewRoom room) throws Exception {
        Persona persona =
                Persona.of("Ana", new Portrait("Ana", Tint.rgb(196, 74, 60)), new Voice(220));
        SyntheticParticipant host = house.synthetic(persona, room.host());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, "Town hall"));
        Eventually.holds("on air", SOON, () -> !house.channels().isEmpty());
        House.await(host.broadcast(false, "Town hall"));
        Eventually.holds("recorded", SOON, () -> !house.recordings().isEmpty());
    }
}
