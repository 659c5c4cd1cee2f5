package io.rostrum.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import io.rostrum.testing.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A browser that writes down when things are pressed, drawn and heard: milliseconds since 1970. */
final class Lens {
    private static final double PATIENCE_MILLIS = 30_000;

    /**
     * A frame on the screen.
     *
     * @param drawn when
     * @param shown the time that its picture tells, modulo 2^32
     * @param bright how green it is in the middle, 0 to 255
     */
    record Frame(double drawn, long shown, double bright) {
        /** Milliseconds from the exposure to the screen. */
        double age() {
            return ((long) drawn - shown << 32 >> 32) + drawn - Math.floor(drawn);
        }
    }

    /** Frames since the last answer, and how often the player has waited for data so far. */
    record Film(List<Frame> frames, int stalls) {}

    private final Chromium browser;
    private final String ear;

    Lens(Chromium browser) throws IOException {
        this.browser = browser;
        ear = resource("ear.js");
        browser.page().addInitScript(resource("lens.js"));
        letScriptsIn(browser.page());
    }

    /** The pages forbid every script but their own; the ear comes as one more. */
    private static void letScriptsIn(Page page) {
        JsonObject yes = new JsonObject();
        yes.addProperty("enabled", true);
        page.context().newCDPSession(page).send("Page.setBypassCSP", yes);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Lens.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        }
    }

    Chromium browser() {
        return browser;
    }

    /** When something was pressed last. */
    double pressed() {
        return number(browser.page().evaluate("() => rostrumLens.pressed()"));
    }

    /** From now on the first frame of the main video is waited for. */
    void awaitFirst() {
        browser.page().evaluate("() => rostrumLens.awaitFirst()");
    }

    /** From now on the first frame that comes by WebRTC is waited for. */
    void awaitStream() {
        browser.page().evaluate("() => rostrumLens.awaitFirst(true)");
    }

    /** When that frame was drawn; waits for it. */
    double first() {
        return number(
                browser.page()
                        .waitForFunction(
                                "() => rostrumLens.first()",
                                null,
                                new Page.WaitForFunctionOptions()
                                        .setPollingInterval(20)
                                        .setTimeout(PATIENCE_MILLIS))
                        .jsonValue());
    }

    void watchFilm() {
        browser.page().evaluate("() => rostrumLens.watchFilm()");
    }

    Film takeFilm() {
        Map<?, ?> answer = (Map<?, ?>) browser.page().evaluate("() => rostrumLens.takeFilm()");
        List<?> frames = (List<?>) Objects.requireNonNull(answer.get("frames"));
        return new Film(
                frames.stream().map(Lens::frame).toList(),
                (int) number(Objects.requireNonNull(answer.get("stalls"))));
    }

    private static Frame frame(Object value) {
        List<?> fields = (List<?>) value;
        return new Frame(
                number(fields.get(0)), (long) number(fields.get(1)), number(fields.get(2)));
    }

    void listenForBeeps() {
        browser.page().evaluate("ear => rostrumLens.listenForBeeps(ear)", ear);
    }

    /** When beeps began, since the last answer. */
    List<Double> takeBeeps() {
        List<?> answer = (List<?>) browser.page().evaluate("() => rostrumLens.takeBeeps()");
        return answer.stream().map(Lens::number).toList();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
