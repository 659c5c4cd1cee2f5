package io.rostrum.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;

/** A room as a person has it in his browser. */
public final class RoomPage {
    private static final double PATIENCE_MILLIS = 30_000;

    private final Chromium browser;

    private RoomPage(Chromium browser) {
        this.browser = browser;
    }

    /** Opens the link of a room, and waits for the camera's preview. */
    public static RoomPage open(Chromium browser, String link) {
        browser.page().navigate(link);
        RoomPage room = new RoomPage(browser);
        room.part("preview-video").waitFor(patiently());
        return room;
    }

    /** The room that the browser has open, of somebody without camera and microphone. */
    public static RoomPage withoutDevices(Chromium browser) {
        RoomPage room = new RoomPage(browser);
        room.part("device-trouble").waitFor(patiently());
        return room;
    }

    /** Opens the link and goes in under the browser's name. */
    public static RoomPage enter(Chromium browser, String link) {
        return open(browser, link).enterAs(browser.name());
    }

    /** Presses Join, and waits until the connection stands. */
    public RoomPage enterAs(String name) {
        part("join-name").fill(name);
        part("join-button").click();
        awaitsConnection("inside");
        return this;
    }

    /** The address that makes somebody the host. */
    public static String hostLink(String link, String hostKey) {
        return link + "#host=" + hostKey;
    }

    public Chromium browser() {
        return browser;
    }

    /** Waits until the page calls its connection so. */
    public void awaitsConnection(String state) {
        browser.page()
                .locator("[data-test=connection-state][data-state=" + state + "]")
                .waitFor(patiently().setState(WaitForSelectorState.ATTACHED));
    }

    /** Chooses the picture of this person by one press on him. */
    public void choose(String name) {
        person(name).click(new Locator.ClickOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Whether the page lets its user choose. */
    public boolean mayChoose(String name) {
        return person(name).isEnabled();
    }

    /** Waits until this person is in the list. */
    public void awaitsPerson(String name) {
        person(name).waitFor(patiently());
    }

    public Locator person(String name) {
        return browser.page().locator("[data-test^=person-][data-name='" + name + "']");
    }

    /** Host: takes the choice, or gives it back. */
    public void lock(boolean on) {
        Locator button = part("lock");
        if (on != Boolean.parseBoolean(button.getAttribute("aria-pressed"))) {
            button.click();
        }
        browser.page().locator("[data-test=lock][aria-pressed=" + on + "]").waitFor(patiently());
    }

    /** Host: goes on air and waits until the server says so. */
    public void goOnAir() {
        pressOnAir();
        awaitsBroadcast("on");
    }

    /** Host: presses as often as it takes: the countdown runs when this returns. */
    public void pressOnAir() {
        part("broadcast").click();
        Locator sheet = part("air-sheet");
        sheet.or(part("countdown")).waitFor(patiently());
        if (sheet.isVisible()) {
            part("air-go").click();
        }
        part("countdown").waitFor(patiently());
    }

    /** Host: stops the program and waits until it is off. */
    public void stopBroadcast() {
        part("broadcast").click();
        part("confirm-yes").click();
        awaitsBroadcast("off");
    }

    /** Host: waits until the broadcast is in this state. */
    public void awaitsBroadcast(String state) {
        browser.page()
                .locator("[data-test=broadcast][data-state=" + state + "]")
                .waitFor(patiently());
    }

    public void leave() {
        part("leave").click();
    }

    /** The network breaks without a word; the page is left to come back by itself. */
    public void breakConnection() {
        browser.page().evaluate("() => rostrumProof.breakConnection()");
    }

    /** The part of the page with this {@code data-test}. */
    public Locator part(String name) {
        return browser.page().locator("[data-test=" + name + "]");
    }

    private static Locator.WaitForOptions patiently() {
        return new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS);
    }
}
