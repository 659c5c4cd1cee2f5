package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.rostrum.load.NewRoom;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.WatchPage;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names stand above the picture that they belong to, live and in the recording. */
@Tag("system")
class LayerTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    /** Notes when the picture turned green, and when the name changed, in milliseconds. */
    private static final String WITNESS =
            """
            () => {
              const video = rostrumProof.mainVideo();
              const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
                .getContext('2d', { willReadFrequently: true });
              const layer = () => video.getRootNode().querySelector('ro-layer')?.shadowRoot.textContent ?? '';
              globalThis.seen = { green: 0, name: 0 };
              const look = () => {
                pen.drawImage(video, 0, 0, 1, 1);
                const [red, green] = pen.getImageData(0, 0, 1, 1).data;
                const now = performance.now();
                if (!seen.green && green > red + 40) seen.green = now;
                if (!seen.name && layer().includes('Ben')) seen.name = now;
                if (!seen.green || !seen.name) requestAnimationFrame(look);
              };
              look();
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"smooth", "low"})
    void theNameChangesWithThePictureAndStandsSoInTheRecording(String latency) throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Physics");
            RoomPage host = house.host(room, new Person("Ana", Colour.RED, 440));
            house.guest(room, new Person("Ben", Colour.GREEN, 620));
            host.awaitsPerson("Ben");
            host.lock(true);
            host.choose("Ana");
            host.goOnAir();
            Page watch = watching(house, room, latency);
            host.part("switches").locator("summary").click();
            host.part("switch-names").check();
            host.browser()
                    .page()
                    .locator("[data-test=switch-title][data-name=Ben]")
                    .fill("Chemistry");
            host.part("switch-clock").check(); // leaves the field, which sends it
            name(watch, "Ana").waitFor();
            watch.locator("[data-test=layer-clock]").waitFor();

            host.part("switch-mark").check();
            watch.locator("p[data-test=layer-logo]").waitFor();
            host.part("switch-mark-picture").setInputFiles(mark());
            watch.locator("img[data-test=layer-logo]").waitFor();
            Eventually.holds(
                    "the mark is loaded",
                    SOON,
                    () ->
                            number(
                                            watch,
                                            "rostrumProof.mainVideo().getRootNode()"
                                                    + ".querySelector('ro-layer').shadowRoot"
                                                    + ".querySelector('img').naturalWidth")
                                    == 60);
            host.browser().screenshot("layer-host-" + latency);

            watch.evaluate(WITNESS);
            host.choose("Ben");
            name(watch, "Ben").waitFor();
            assertThat(name(watch, "Ben").innerText()).contains("Chemistry");
            Eventually.holds("both seen", SOON, () -> number(watch, "seen.green") > 0);
            double late = number(watch, "seen.name - seen.green");
            System.out.println(
                    "layer after picture, by " + latency + ": " + Math.round(late) + " ms");
            assertThat(Math.abs(late)).as("milliseconds out of step").isLessThan(900);
            assertThat(host.browser().complaints()).isEmpty();

            host.stopBroadcast();
            Eventually.holds("a recording", SOON, () -> house.recordings().size() == 1);
            recorded(house, house.recordings().getFirst().getString("id"));
        }
    }

    private static FilePayload mark() throws IOException {
        BufferedImage image = new BufferedImage(60, 20, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return new FilePayload("mark.png", "image/png", bytes.toByteArray());
    }

    private static Page watching(House house, NewRoom room, String latency) throws Exception {
        Chromium browser = house.browsers().viewer("viewer");
        URI station = house.servers().streamingUrl();
        WatchPage viewer =
                WatchPage.open(browser, station + "/watch/" + room.id() + "?latency=" + latency);
        viewer.awaits("live");
        viewer.awaitsPlaying();
        if (latency.equals("low")) {
            viewer.awaitsWay("whep");
        }
        return browser.page();
    }

    private static void recorded(House house, String id) throws Exception {
        URI station = house.servers().streamingUrl();
        JsonArray events =
                new JsonObject(
                                house.get(station.resolve("/recordings/" + id + "/layer.json"))
                                        .body())
                        .getJsonArray("events");
        double named = at(events, "names", "");
        double took = at(events, "picture", "Ben");
        Chromium browser = house.browsers().viewer("later");
        WatchPage viewer = WatchPage.ofRecording(browser, station, id);
        viewer.awaits("recording");
        viewer.awaitsPlaying();
        Page page = browser.page();
        seek(page, took + 0.3);
        name(page, "Ben").waitFor();
        seek(page, (named + took) / 2);
        name(page, "Ana").waitFor();
        page.keyboard().press("n");
        Eventually.holds("hidden", SOON, () -> page.locator("[data-test=layer-name]").count() == 0);
        page.keyboard().press("n");
        name(page, "Ana").waitFor();
        browser.screenshot("layer-recording");
    }

    private static double at(JsonArray events, String kind, String name) {
        return events.stream()
                .map(JsonObject.class::cast)
                .filter(event -> event.getString("show").equals(kind))
                .filter(event -> name.isEmpty() || name.equals(event.getString("name")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " " + name + " in " + events))
                .getDouble("at");
    }

    private static void seek(Page page, double moment) {
        page.evaluate(
                "at => { const video = rostrumProof.mainVideo(); video.pause();"
                        + " video.currentTime = at; }",
                moment);
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate("() => " + expression)).doubleValue();
    }

    private static Locator name(Page page, String name) {
        return page.locator("[data-test=layer-name]")
                .filter(new Locator.FilterOptions().setHasText(name));
    }
}
