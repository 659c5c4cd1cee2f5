package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.load.scene.Voice;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The public front in a real browser: every look, the keys of a remote, words that would run. */
@Tag("system")
class FrontPagesTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TITLE = "<img src=x onerror=\"window.ran=1\">Town hall";
    private static final String HOST = "\"><script>window.ran=2</script>Ana";
    private static final String LATER = "</title><svg onload=window.ran=3>Concert";
    private static final String ABOUT = "<a href=\"javascript:window.ran=4\">About</a>";

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    /** Playwright's keyboard has none. */
    private static final String MEDIA_KEY =
            "() => document.body.dispatchEvent(new KeyboardEvent("
                    + "'keydown', {key: 'MediaPlayPause', bubbles: true, composed: true}))";

    private static House house;
    private static NewRoom room;
    private static URI station;

    @BeforeAll
    static void goOnAir() throws Exception {
        house = House.open();
        station = house.servers().streamingUrl();
        NewRoom past = house.room("Yesterday's news");
        SyntheticParticipant reporter = house.synthetic(somebody("Reporter", 60), past.host());
        House.await(reporter.choose(reporter.id()));
        House.await(reporter.broadcast(true, TITLE));
        Eventually.holds("on air", SOON, () -> !house.channels().isEmpty());
        House.await(reporter.broadcast(false, TITLE));
        room = house.room("Town hall");
        SyntheticParticipant host = house.synthetic(somebody(HOST, 196), room.host());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, TITLE));
        Eventually.holds(
                "both listed",
                SOON,
                () -> house.channels().size() == 1 && house.recordings().size() == 1);
        try (Chromium desk = house.browsers().viewer("host")) {
            announce(desk, LATER, 2);
        }
    }

    private static Persona somebody(String name, int red) {
        return Persona.of(name, new Portrait("Ana", Tint.rgb(red, 74, 60)), new Voice(220));
    }

    /** As a host does it, at his desk. */
    private static void announce(Chromium desk, String title, int hours) {
        Page page = desk.page();
        page.navigate(
                RoomPage.hostLink(room.link(), room.host().hostKey()).replace("/r/", "/desk/"));
        hook(page, "announce").click();
        hook(page, "coming-title").fill(title);
        hook(page, "coming-host").fill(HOST);
        hook(page, "coming-at")
                .fill(
                        LocalDateTime.now(ZoneId.systemDefault())
                                .plusHours(hours)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString());
        hook(page, "coming-description").fill(ABOUT);
        hook(page, "coming-save").click();
        page.locator("[data-test=coming-announced]").getByText(title).waitFor();
    }

    private static Locator hook(Page page, String name) {
        return page.locator("[data-test=" + name + "]").first();
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Look.Each
    void everyPageIsWholeHasNoBarrierAndRunsNobodysWords(Look look) throws Exception {
        try (Chromium browser = house.browsers().viewer("viewer", look.window())) {
            visit(browser, "/?view=" + look.size(), "card-" + room.id(), "front-directory", look);
            visit(browser, "/guide", "row-" + room.id(), "front-guide", look);
            visit(browser, "/recordings", "recordings-list", "front-recordings", look);
            visit(browser, comingPath(), "countdown", "front-coming", look);
            lost(browser, "/watch/mis.typed", look);
            lost(browser, house.servers().centerUrl() + "/r/nowhere", look);
            visit(browser, "/?view=tv", "row-" + room.id(), "front-tv", look);
            onTv(browser, look);
            visit(browser, "/?view=" + look.size(), "card-" + room.id(), "front-again", look);
            embed(browser, "front-embed", look);
            visit(browser, "/watch/" + room.id(), "share-open", "front-watch", look);
            share(browser, "front-share", look);
            desk(browser, "front-desk", look);
        }
    }

    private static void visit(Chromium browser, String path, String hook, String page, Look look) {
        browser.page().navigate(station.resolve(path).toString());
        hook(browser.page(), hook).waitFor();
        looked(browser, page, look);
    }

    private static String comingPath() throws Exception {
        return house.coming().getFirst().getString("page");
    }

    /** An address that leads nowhere: a page of ours without any script. */
    private static void lost(Chromium browser, String address, Look look) {
        browser.page().navigate(station.resolve(address).toString());
        browser.page().locator("main h1").waitFor();
        assertThat(browser.page().locator("html").getAttribute("lang"))
                .isEqualTo(look.language().equals("zh-CN") ? "zh-CN" : "en");
        looked(browser, "front-lost", look);
    }

    private static void embed(Chromium browser, String page, Look look) {
        browser.page().navigate(station.resolve("/embed/" + room.id()).toString());
        hook(browser.page(), "embed-title").waitFor();
        controlsStand(browser);
        looked(browser, page, look);
    }

    private static void onTv(Chromium browser, Look look) {
        browser.page().navigate(station.resolve("/watch/" + room.id()).toString());
        controlsStand(browser);
        looked(browser, "front-watch-tv", look);
    }

    /** While the pointer is on a control none of them fades away. */
    private static void controlsStand(Chromium browser) {
        hook(browser.page(), "play").hover();
        Eventually.holds(
                "the controls stand",
                Duration.ofSeconds(10),
                () ->
                        browser.page()
                                .locator("media-control-bar")
                                .evaluate("bar => getComputedStyle(bar).opacity")
                                .equals("1"));
    }

    private static void share(Chromium browser, String page, Look look) {
        hook(browser.page(), "share-open").click();
        hook(browser.page(), "share-qr").waitFor();
        assertThat(hook(browser.page(), "share-embed").getAttribute("data-value"))
                .startsWith("<iframe src=\"" + station.resolve("/embed/" + room.id()));
        looked(browser, page, look);
    }

    private static void desk(Chromium browser, String page, Look look) {
        Page shown = browser.page();
        shown.navigate(
                RoomPage.hostLink(room.link(), room.host().hostKey()).replace("/r/", "/desk/"));
        hook(shown, "announce").click();
        hook(shown, "coming-save").waitFor();
        looked(browser, page, look);
    }

    /** No word of anybody ran. */
    private static void looked(Chromium browser, String page, Look look) {
        look.check(browser, page);
        assertThat(browser.page().evaluate("() => window.ran ?? null")).as(page).isNull();
    }

    @Test
    void theKeysOfARemoteLeadThroughTheGuideToTheProgram() throws Exception {
        try (Chromium browser = house.browsers().viewer("tv")) {
            Page page = browser.page();
            page.navigate(station.resolve("/?view=tv").toString());
            page.locator(".slot.now:focus").waitFor();
            page.keyboard().press("ArrowRight");
            page.locator(".slot.coming:focus").getByText("Concert").waitFor();
            page.keyboard().press("ArrowDown");
            page.locator(".slot.was:focus").waitFor();
            page.keyboard().press("ArrowUp");
            page.locator(".slot:focus").waitFor();
            page.keyboard().press("Home");
            page.locator(".slot.now:focus").waitFor();
            page.keyboard().press("Enter");
            page.waitForURL(address -> address.endsWith("/watch/" + room.id()));
            ofThePlayer(page);
            page.waitForURL(address -> address.endsWith("/?view=tv"));
        }
    }

    /**
     * All of the screen; OK, media keys, arrows from control to control, and Back out of it all.
     */
    private static void ofThePlayer(Page page) {
        hook(page, "play").waitFor();
        BoundingBox picture = page.locator("media-controller").boundingBox();
        assertThat(new int[] {(int) picture.x, (int) picture.y}).containsExactly(0, 0);
        assertThat(picture.width).isEqualTo(page.viewportSize().width);
        assertThat(picture.height).isEqualTo(page.viewportSize().height);
        assertThat(page.locator("ro-header").count()).isZero();
        Locator paused = page.locator("media-controller[mediapaused]");
        Locator plays = page.locator("media-controller:not([mediapaused])");
        plays.waitFor();
        page.evaluate(MEDIA_KEY);
        paused.waitFor();
        page.keyboard().press("Enter");
        plays.waitFor();
        page.keyboard().press("ArrowUp");
        page.locator("media-play-button:focus").waitFor();
        page.keyboard().press("ArrowRight");
        page.locator("[data-test=back-ten]:focus").waitFor();
        page.keyboard().press("ArrowUp");
        page.locator("[data-test=seek-bar]:focus").waitFor();
        hook(page, "open-settings").focus();
        page.keyboard().press("Enter");
        hook(page, "sheet-settings").waitFor();
        page.keyboard().press("Backspace");
        page.locator("[data-test=open-settings]:focus").waitFor();
        page.keyboard().press("Backspace");
        page.locator("[data-test=open-settings]:not(:focus)").waitFor(ATTACHED);
        page.keyboard().press("Backspace");
    }

    @Test
    void everyPageIsOneStepFromEveryOtherAndLanguageIsChosenOnce() throws Exception {
        try (Chromium browser = house.browsers().viewer("walker")) {
            Page page = browser.page();
            page.navigate(station.toString());
            hook(page, "to-rooms").click();
            hook(page, "make-room").waitFor();
            hook(page, "language").click();
            hook(page, "to-guide").click();
            hook(page, "row-" + room.id()).waitFor();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
            hook(page, "to-recordings").click();
            hook(page, "recordings-list").waitFor();
            hook(page, "to-on-air").click();
            hook(page, "card-" + room.id()).waitFor();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("zh-CN");
        }
    }

    @Test
    void whoTypesFindsByTitleHostAndDescription() throws Exception {
        try (Chromium browser = house.browsers().viewer("searcher")) {
            Page page = browser.page();
            page.navigate(station.toString());
            hook(page, "card-" + room.id()).waitFor();
            hook(page, "search").fill("concert javascript");
            hook(page, "coming-list").waitFor();
            hook(page, "card-" + room.id())
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            hook(page, "search").fill("reporter town");
            hook(page, "recordings-list").waitFor();
        }
    }

    @Test
    void aForeignPageMayShowThePlayerAndNothingElse() throws Exception {
        String frames =
                "<iframe id=a src='%s'></iframe><iframe id=b src='%s'></iframe>"
                        .formatted(
                                station.resolve("/embed/" + room.id()),
                                station.resolve("/watch/" + room.id()));
        try (ForeignSite foreign = new ForeignSite(frames);
                Chromium browser = house.browsers().viewer("foreigner")) {
            Page shown = browser.page();
            shown.navigate(foreign.address());
            shown.frameLocator("#a").locator("[data-test=embed][data-state=live]").waitFor();
            assertThat(shown.frameLocator("#b").locator("[data-test=watch]").count()).isZero();
        }
    }

    @Test
    void aHostAnnouncesWithAPictureChangesItAndTakesItBack() throws Exception {
        try (Chromium browser = house.browsers().viewer("host")) {
            Page page = browser.page();
            announce(browser, "A short evening", 5);
            Path picture = browser.screenshot("front-announced");
            var row =
                    page.locator("[data-test=coming-announced] li")
                            .filter(new Locator.FilterOptions().setHasText("A short evening"));
            row.locator("[data-test=change]").click();
            hook(page, "coming-title").fill("A long evening");
            hook(page, "coming-picture").setInputFiles(picture);
            hook(page, "coming-save").click();
            page.locator("[data-test=coming-announced]").getByText("A long evening").waitFor();
            Eventually.holds(
                    "has a picture", SOON, () -> house.coming().toString().contains("picture.jpg"));
            page.locator("[data-test=coming-announced] li")
                    .filter(new Locator.FilterOptions().setHasText("A long evening"))
                    .locator("[data-test=delete]")
                    .click();
            hook(page, "confirm-yes").click();
            Eventually.holds(
                    "gone", SOON, () -> !house.coming().toString().contains("A long evening"));
        }
    }
}
