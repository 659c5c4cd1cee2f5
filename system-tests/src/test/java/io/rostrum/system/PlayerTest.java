package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.testing.Browsers.Window;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Eventually;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The player in a hand and on a desk: sound, what it loads, what can be pressed. */
@Tag("system")
class PlayerTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    /** Longer than the player may load ahead. */
    private static final Duration LENGTH = Duration.ofSeconds(45);

    private static House house;
    private static NewRoom room;
    private static URI station;
    private static JsonObject recording;

    @BeforeAll
    static void goOnAir() throws Exception {
        house = House.open();
        station = house.servers().streamingUrl();
        recording = recorded();
        room = house.room("Town hall");
        SyntheticParticipant host = house.synthetic(ana(), room.host());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, "Town hall"));
        Eventually.holds("on air", SOON, () -> !house.channels().isEmpty());
    }

    private static JsonObject recorded() throws Exception {
        NewRoom past = house.room("Yesterday");
        SyntheticParticipant host = house.synthetic(ana(), past.host());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, "Yesterday"));
        House.awaitsBroadcast(host, "on");
        long start = System.nanoTime();
        Eventually.holds(
                "a recording of some length",
                LENGTH.plusSeconds(20),
                () -> System.nanoTime() - start > LENGTH.toNanos());
        House.await(host.broadcast(false, "Yesterday"));
        Eventually.holds("a recording", SOON, () -> house.recordings().size() == 1);
        return house.recordings().getFirst();
    }

    private static Persona ana() {
        return Persona.of("Ana", new Portrait("Ana", Tints.RED), Microphone.tone(440, 0.1))
                .sized(960, 540, 1_200_000);
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "watch, 320, 568",
        "watch, 390, 844",
        "watch, 568, 320",
        "watch, 844, 390",
        "embed, 320, 180",
        "embed, 568, 320",
    })
    void whoPressesForSoundOnAPhoneHearsAndStaysWhereHeIs(String page, int width, int height)
            throws Exception {
        Window hand = new Window(width, height, true, "en-US");
        try (Chromium phone = house.browsers().phone("phone", hand)) {
            Page shown = phone.page();
            untouched(shown, station.resolve("/" + page + "/" + room.id()));
            Locator pill = shown.locator("[data-test=unmute]");
            pill.waitFor();
            Eventually.holds("plays", SOON, () -> number(shown, "currentTime") > 0);
            Eventually.holds("the controls have faded", SOON, () -> faded(shown));
            double before = behind(shown);
            phone.screenshot("player-sound-" + page + "-" + width);

            pill.tap();

            Eventually.holds("sound", SOON, () -> !muted(shown));
            assertThat(behind(shown)).as("seconds behind, as before").isLessThan(before + 2);
            assertThat(shown.locator("[data-test=rewound]").count()).isZero();
            assertThat(pill.count()).isZero();
        }
    }

    /** Whatever a driver asks a page counts as its person's touch: nothing is, until it plays. */
    private static void untouched(Page page, URI address) {
        AtomicInteger loaded = new AtomicInteger();
        page.onResponse(response -> {
            if (response.url().contains("/live/")) {
                loaded.incrementAndGet();
            }
        });
        page.navigate(address.toString());
        page.waitForCondition(() -> loaded.get() >= 20);
    }

    @ParameterizedTest
    @CsvSource({
        "watch, 320, 568",
        "watch, 568, 320",
        "watch, 640, 360",
        "watch, 844, 390",
        "embed, 320, 568",
        "embed, 568, 320",
        "embed, 640, 360",
    })
    void everyControlCanBePressed(String page, int width, int height) throws Exception {
        Window hand = new Window(width, height, true, "zh-CN");
        try (Chromium viewer = house.browsers().viewer("small", hand)) {
            Page shown = viewer.page();
            shown.navigate(station.resolve("/" + page + "/" + room.id()).toString());
            Eventually.holds("plays", SOON, () -> number(shown, "currentTime") > 0);
            for (String hook : List.of("play", "sound", "live-button", "open-settings")) {
                pressable(shown, hook);
            }
            pressable(shown, "fullscreen");
            if (shown.locator("media-control-bar [data-test=pip]").count() == 0) {
                shown.locator("[data-test=open-settings]").click();
            }
            pressable(shown, "pip");
        }
    }

    /** Playwright refuses what is covered, outside, or not there. */
    private static void pressable(Page page, String hook) {
        page.locator("video").first().hover(new Locator.HoverOptions().setForce(true));
        page.locator("[data-test=" + hook + "]")
                .first()
                .click(new Locator.ClickOptions().setTrial(true).setTimeout(10_000));
    }

    @Test
    void aRecordingLoadsWhatIsNeeded() throws Exception {
        try (Chromium browser = house.browsers().viewer("reader")) {
            Page page = browser.page();
            page.addInitScript(
                    """
                    const shown = root => [...root.querySelectorAll('*')].some(one =>
                      one.shadowRoot ? shown(one.shadowRoot)
                        : one instanceof HTMLVideoElement && one.readyState >= 2);
                    const look = () => {
                      if (shown(document)) {
                        window.firstPicture = { at: performance.now(), bytes: loaded() };
                      } else requestAnimationFrame(look);
                    };
                    requestAnimationFrame(look);
                    window.loaded = () => performance.getEntriesByType('resource')
                      .filter(({ name }) => /recordings/.test(name))
                      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
                    """);
            page.navigate(recording.getString("page"));
            Eventually.holds("plays", SOON, () -> number(page, "currentTime") > 3);
            page.locator("video").first().evaluate("video => video.pause()");
            double first = ((Number) page.evaluate("() => firstPicture.bytes")).doubleValue();
            assertThat(first).as("bytes until the first picture").isPositive();

            Eventually.holds("a few segments ahead", SOON, () -> ahead(page) > 8);
            double before = loaded(page);
            Eventually.holds("settled", SOON, () -> settled(page));
            System.out.printf(
                    "first picture after %s ms and %.0f bytes; %.0f bytes and %.1f s ahead, %d in all%n",
                    page.evaluate("() => Math.round(firstPicture.at)"),
                    first,
                    Math.max(before, loaded(page)),
                    ahead(page),
                    recording.getInteger("size"));
            assertThat(ahead(page)).as("seconds ahead").isLessThan(36);
            assertThat(loaded(page)).as("bytes").isLessThan(recording.getInteger("size"));
        }
    }

    @Test
    void aViewerOfARecordingTakesItsSpeedAndItsChapters() throws Exception {
        try (Chromium browser =
                house.browsers().viewer("reader", new Window(1280, 800, true, "en-US"))) {
            Page page = browser.page();
            page.navigate(recording.getString("page"));
            Eventually.holds("plays", SOON, () -> number(page, "currentTime") > 0);
            page.locator("[data-test=open-settings]").click();
            page.locator("[data-test='speed-1.5']").click();
            assertThat(number(page, "playbackRate")).isEqualTo(1.5);
            page.keyboard().press("Escape");
            page.locator("[data-test=open-chapters]").click();
            page.locator("[data-test=chapter][aria-current=true]").waitFor();
            page.locator("[data-test=chapter]").first().click();
            Eventually.holds("at its beginning", SOON, () -> number(page, "currentTime") < 5);
            double before = number(page, "currentTime");
            page.keyboard().press("l");
            Eventually.holds("on by ten", SOON, () -> number(page, "currentTime") >= before + 10);
            assertThat(browser.barriers()).isEmpty();
        }
    }

    /** Twice the same, though the player is asked again. */
    private static boolean settled(Page page) {
        double before = loaded(page);
        page.waitForTimeout(1500);
        return loaded(page) == before;
    }

    private static double loaded(Page page) {
        return ((Number) page.evaluate("() => loaded()")).doubleValue();
    }

    private static double ahead(Page page) {
        return ((Number)
                        page.locator("video")
                                .first()
                                .evaluate(
                                        "v => v.buffered.length"
                                                + " ? v.buffered.end(v.buffered.length - 1)"
                                                + " - v.currentTime : 0"))
                .doubleValue();
    }

    private static double number(Page page, String property) {
        Object value = page.locator("video").first().evaluate("(v, name) => v[name]", property);
        return ((Number) value).doubleValue();
    }

    private static boolean muted(Page page) {
        return (Boolean) page.locator("video").first().evaluate("video => video.muted");
    }

    private static boolean faded(Page page) {
        return page.locator("media-controller").first().getAttribute("userinactive") != null;
    }

    /** Seconds between the position and the end of the program, as the seek bar says them. */
    private static double behind(Page page) {
        Locator bar = page.locator("[data-test=seek-bar]");
        return Double.parseDouble(bar.getAttribute("aria-valuemax"))
                - Double.parseDouble(bar.getAttribute("aria-valuenow"));
    }
}
