package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Voice;
import io.rostrum.testing.Browsers.Window;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.WatchPage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host puts captions beside his recording, and a viewer has them by a press, and again. */
@Tag("system")
class CaptionsTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final String WORDS = "WEBVTT\n\n00:00.000 --> 00:30.000\n<b>Good</b> evening\n";

    private static final String SEEN =
            """
            () => [...rostrumProof.mainVideo().textTracks]
              .filter(({ mode }) => mode === 'showing')
              .flatMap(({ activeCues }) => [...(activeCues ?? [])].map(({ text }) => text))
              .join()
            """;

    @Test
    void captionsThatAHostUploadsAreShownByAPressAndByThemselvesTheNextTime() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Town hall");
            String id = recorded(house, room);
            upload(house, room);
            Chromium browser = house.browsers().viewer("viewer");
            Page page = browser.page();
            watch(house, browser, id);
            page.locator("[data-test=captions]").waitFor();
            assertThat(page.evaluate(SEEN)).isEqualTo("");
            page.keyboard().press("c");
            Eventually.holds("captions", SOON, () -> page.evaluate(SEEN).equals("Good evening"));
            browser.screenshot("captions");
            watch(house, browser, id);
            Eventually.holds("again", SOON, () -> page.evaluate(SEEN).equals("Good evening"));
            page.keyboard().press("c");
            Eventually.holds("none", SOON, () -> page.evaluate(SEEN).equals(""));
            assertThat(browser.complaints()).noneMatch(one -> one.contains("Content Security"));
        }
    }

    private static void watch(House house, Chromium browser, String id) throws Exception {
        WatchPage viewer = WatchPage.ofRecording(browser, house.servers().streamingUrl(), id);
        viewer.awaits("recording");
        viewer.awaitsPlaying();
        browser.page()
                .evaluate(
                        "() => { const video = rostrumProof.mainVideo(); video.pause();"
                                + " video.currentTime = 1; }");
    }

    private static void upload(House house, NewRoom room) throws Exception {
        Window window = new Window(1280, 900, true, "en-US");
        try (Chromium browser = house.browsers().viewer("desk", window)) {
            Page page = browser.page();
            page.navigate(house.deskLink(room));
            Locator captions = page.locator("[data-test=captions]");
            captions.locator("summary").click();
            captions.locator("[data-test=captions-language]").selectOption("en");
            captions.locator("[data-test=captions-file]").setInputFiles(file("no captions"));
            captions.locator("[data-test=captions-error]:not(:empty)").waitFor();
            captions.locator("[data-test=captions-file]").setInputFiles(file(WORDS));
            captions.locator("[data-test=captions-of][data-language=en]").waitFor();
            browser.screenshot("desk-captions");
            assertThat(browser.barriers()).isEqualTo(List.of());
        }
    }

    private static FilePayload file(String words) {
        return new FilePayload("talk.vtt", "", words.getBytes(StandardCharsets.UTF_8));
    }

    private static String recorded(House house, NewRoom room) throws Exception {
        Persona persona = Persona.of("Ana", new Portrait("Ana", Tints.RED), new Voice(220));
        SyntheticParticipant host = house.synthetic(persona, room.host());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, "Town hall"));
        House.awaitsBroadcast(host, "on");
        long start = System.nanoTime();
        Eventually.holds("some length", SOON, () -> System.nanoTime() - start > LENGTH.toNanos());
        House.await(host.broadcast(false, "Town hall"));
        Eventually.holds("a recording", SOON, () -> house.recordings().size() == 1);
        return house.recordings().getFirst().getString("id");
    }
}
