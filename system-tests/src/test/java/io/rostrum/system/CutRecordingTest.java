package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Voice;
import io.rostrum.testing.Browsers.Window;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Eventually;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host cuts his recording while somebody watches it. */
@Tag("system")
class CutRecordingTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LENGTH = Duration.ofSeconds(60);

    @Test
    void aHostTrimsARecordingAndWhoWatchesItGoesOnWithWhatIsLeft() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Town hall");
            record(house, room);
            double whole = house.recordings().getFirst().getDouble("duration");
            double begin = 0.75 * whole; // behind what a viewer at the beginning loads ahead
            try (Chromium viewer = house.browsers().viewer("viewer");
                    Chromium desk =
                            house.browsers().viewer("desk", new Window(1280, 800, true, "en-US"))) {
                Page watch = viewer.page();
                watch.navigate(house.recordings().getFirst().getString("page"));
                Eventually.holds("plays", SOON, () -> number(watch, "currentTime") > 1);
                watch.locator("video").first().evaluate("video => video.pause()");
                Page page = desk.page();
                page.navigate(house.deskLink(room));
                at(page, "recording-studio").click();
                Eventually.holds("is shown", SOON, () -> number(page, "readyState") >= 2);
                goTo(page, begin);
                at(page, "start-here").click();
                Eventually.holds(
                        "the key frame is shown",
                        SOON,
                        () -> Math.abs(number(page, "currentTime") - begin) < 8);
                assertThat(desk.barriers()).isEqualTo(List.of());
                desk.screenshot("studio");
                at(page, "cut").click();
                at(page, "hidden").waitFor();
                double left = house.recordings().getFirst().getDouble("duration");
                assertThat(left).isBetween(whole - begin - 1, whole - begin + 9);
                watch.locator("video").first().evaluate("video => video.play()");
                Eventually.holds(
                        "the viewer goes on with what is left",
                        SOON,
                        () ->
                                Math.abs(number(watch, "duration") - left) < 1
                                        && number(watch, "currentTime") > 1);
                chapters(page);
                pictures(page);
                looks(page, desk);
                at(page, "uncut").click();
                Eventually.holds(
                        "all of it is there again",
                        SOON,
                        () -> house.recordings().getFirst().getDouble("duration") == whole);
                forGood(house, page, whole);
            }
        }
    }

    private static void chapters(Page page) {
        goTo(page, 2);
        at(page, "add-chapter").click();
        at(page, "chapter-title").last().fill("The harbour");
        at(page, "chapter-title").last().blur();
        at(page, "save-chapters").click();
        Eventually.holds("saved", SOON, () -> at(page, "save-chapters").isDisabled());
        page.reload();
        at(page, "recording-studio").click();
        at(page, "chapter-title").last().waitFor();
        assertThat(at(page, "chapter-title").last().inputValue()).isEqualTo("The harbour");
        Eventually.holds("is shown", SOON, () -> number(page, "readyState") >= 2);
    }

    private static void pictures(Page page) {
        Locator still = page.locator("ro-desk-recording .head img");
        String before = still.getAttribute("src");
        at(page, "take-picture").click();
        Eventually.holds("another picture", SOON, () -> !still.getAttribute("src").equals(before));
        assertThat(still.getAttribute("src")).contains("picture=");
    }

    /** Pictures of it at all sizes are looked at by people. */
    private static void looks(Page page, Chromium desk) {
        for (int[] size : new int[][] {{320, 568}, {390, 844}, {844, 390}, {1280, 800}}) {
            page.setViewportSize(size[0], size[1]);
            at(page, "start-here").scrollIntoViewIfNeeded();
            desk.screenshot("studio-" + size[0]);
            double wide =
                    ((Number) page.evaluate("() => document.documentElement.scrollWidth"))
                            .doubleValue();
            assertThat(wide).as("width at " + size[0]).isLessThanOrEqualTo(size[0]);
            for (String hook :
                    List.of("start-here", "end-here", "take-picture", "add-chapter", "uncut")) {
                at(page, hook).click(new Locator.ClickOptions().setTrial(true));
            }
        }
    }

    private static void forGood(House house, Page page, double whole) {
        goTo(page, whole / 2);
        at(page, "end-here").click();
        at(page, "cut").click();
        at(page, "hidden").waitFor();
        at(page, "erase").click();
        at(page, "confirm-yes").click();
        Eventually.holds("it is erased", SOON, () -> at(page, "hidden").count() == 0);
        assertThat(house.recordings().getFirst().getDouble("duration")).isLessThan(whole);
    }

    private static void goTo(Page page, double moment) {
        page.locator("video")
                .first()
                .evaluate("(video, to) => { video.currentTime = to; }", moment);
        Eventually.holds(
                "is there", SOON, () -> Math.abs(number(page, "currentTime") - moment) < 0.5);
    }

    private static double number(Page page, String what) {
        return ((Number) page.locator("video").first().evaluate("video => video." + what + " || 0"))
                .doubleValue();
    }

    private static Locator at(Page page, String name) {
        return page.locator("[data-test=" + name + "]");
    }

    private static void record(House house, NewRoom room) throws Exception {
        Persona persona = Persona.of("Ana", new Portrait("Ana", Tints.RED), new Voice(220));
        SyntheticParticipant host = house.synthetic(persona, room.host());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, "Town hall"));
        House.awaitsBroadcast(host, "on");
        long start = System.nanoTime();
        Eventually.holds(
                "a recording of some length",
                LENGTH.plusSeconds(20),
                () -> System.nanoTime() - start > LENGTH.toNanos());
        House.await(host.broadcast(false, "Town hall"));
        Eventually.holds(
                "recorded",
                SOON,
                () ->
                        !house.recordings().isEmpty()
                                && house.recordings().getFirst().getDouble("duration") > 20);
    }
}
