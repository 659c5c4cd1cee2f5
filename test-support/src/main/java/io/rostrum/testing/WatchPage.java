package io.rostrum.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.time.Duration;

/** The player page of a channel or of a recording. */
public final class WatchPage {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double PATIENCE_MILLIS = 30_000;

    private final Chromium browser;

    private WatchPage(Chromium browser) {
        this.browser = browser;
    }

    public static WatchPage ofChannel(Chromium browser, URI streaming, String channel) {
        return open(browser, streaming + "/watch/" + channel);
    }

    public static WatchPage ofRecording(Chromium browser, URI streaming, String session) {
        return open(browser, streaming + "/watch/recordings/" + session);
    }

    /** Opens the address of a program. */
    public static WatchPage open(Chromium browser, String address) {
        browser.page().navigate(address);
        return new WatchPage(browser);
    }

    /** Waits until the page says {@code waiting}, {@code live}, {@code ended}, … */
    public void awaits(String state) {
        browser.page()
                .locator("[data-test=watch][data-state=" + state + "]")
                .waitFor(
                        new Locator.WaitForOptions()
                                .setState(WaitForSelectorState.ATTACHED)
                                .setTimeout(PATIENCE_MILLIS));
    }

    /** Waits until pictures move; switches the sound on. */
    public void awaitsPlaying() {
        browser.awaitsSight(
                "a moving picture", PATIENCE, sight -> sight.moving() && sight.width() > 0);
        browser.page()
                .evaluate(
                        "() => { const video = rostrumProof.mainVideo(); video.muted = false;"
                                + " video.volume = 1; }");
    }

    /** Waits until the page says that {@code way} plays: {@code whep} or {@code hls}. */
    public void awaitsWay(String way) {
        browser.page()
                .locator("[data-test=way][data-way=" + way + "]")
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Waits until the page knows why it is not what the viewer asked for. */
    public void awaitsWhy(String why) {
        browser.page()
                .locator("[data-test=way][data-why=" + why + "]")
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Why it is not what the viewer asked for; empty when it is. */
    public String why() {
        return browser.page().locator("[data-test=way]").getAttribute("data-why");
    }

    /** In words: what plays and how far behind it is. */
    public String wayInWords() {
        return browser.page().locator("[data-test=way]").innerText();
    }

    public Chromium browser() {
        return browser;
    }
}
