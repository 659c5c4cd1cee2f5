package io.rostrum.benchmark;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.rostrum.load.watch.Feeder;
import io.rostrum.testing.Browsers;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The page of a recording of 2.5 Mbit/s in a browser that never saw it: when its first picture is
 * there, what was loaded until then, and what is loaded once it needs no more.
 */
record Rewatching(int runs) implements Measurement {
    private static final int PICTURE = 2_372_000;
    private static final int LENGTH_SECONDS = 50;
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Watches from before the page's own scripts: the video stands in shadow trees. */
    private static final String EYE =
            """
            window.bytes = () => performance.getEntries()
              .filter(({ transferSize }) => transferSize !== undefined)
              .reduce((sum, { transferSize }) => sum + transferSize, 0);
            const seen = new WeakSet();
            const search = root => {
              for (const one of root.querySelectorAll('*')) {
                if (one instanceof HTMLVideoElement && !seen.has(one)) {
                  seen.add(one);
                  one.requestVideoFrameCallback(now => {
                    window.first ??= { at: now, bytes: bytes() };
                  });
                }
                if (one.shadowRoot) search(one.shadowRoot);
              }
            };
            const look = () => { search(document); if (!window.first) setTimeout(look, 5); };
            look();
            """;

    @Override
    public List<Figure> measure(Site site) throws Exception {
        try (Feeder _ =
                Feeder.start(
                        site.streaming(), "again", site.feedSecret(), 2, PICTURE, time -> {})) {
            TimeUnit.SECONDS.sleep(LENGTH_SECONDS);
        }
        JsonObject recording =
                Eventually.becomes("a recording", SOON, () -> newest(site), one -> size(one) > 0);
        List<Double> times = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        List<Double> settled = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            watch(site, recording.getString("page"), times, bytes, settled);
        }
        return List.of(
                Figure.millis("first picture of a recording, 2.5 Mbit/s", "1000", times),
                new Figure("bytes until then, all of the page", "1000", "kB", 0, bytes),
                new Figure(
                        "bytes once it needs no more, of " + size(recording) / 1000 + " kB",
                        "",
                        "kB",
                        0,
                        settled));
    }

    private static JsonObject newest(Site site) {
        try (var in = site.streaming().resolve("/api/recordings").toURL().openStream()) {
            JsonArray all = new JsonArray(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return all.isEmpty() ? new JsonObject() : all.getJsonObject(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(JsonObject recording) {
        return recording.getLong("size", 0L);
    }

    private static void watch(
            Site site, String address, List<Double> times, List<Double> bytes, List<Double> settled)
            throws IOException {
        try (Chromium browser =
                site.viewer("again", Browsers.Window.DEFAULT, List.of()).browser()) {
            Page page = browser.page();
            page.addInitScript(EYE);
            Response _ = page.navigate(address);
            Eventually.holds(
                    "a picture", SOON, () -> (boolean) page.evaluate("() => !!window.first"));
            times.add(number(page, "first.at"));
            bytes.add(number(page, "first.bytes") / 1000);
            double before = -1;
            double now = number(page, "bytes()");
            while (now > before) {
                before = now;
                page.waitForTimeout(2500);
                now = number(page, "bytes()");
                page.evaluate(
                        """
                        () => { const pause = root => root.querySelectorAll('*').forEach(one => {
                          if (one instanceof HTMLVideoElement) one.pause();
                          if (one.shadowRoot) pause(one.shadowRoot);
                        }); pause(document); }
                        """);
            }
            settled.add(now / 1000);
        }
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate("() => " + expression)).doubleValue();
    }
}
