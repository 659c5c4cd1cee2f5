package io.rostrum.system;

import io.rostrum.testing.Browsers;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.Sight;
import io.rostrum.testing.Tone;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Predicate;

/** One person's Firefox, led by WebDriver BiDi (W3C) as a hand leads it: by pointer and keys. */
final class Firefox implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Finds a part of the page by its test name, through all shadow roots. */
    private static final String PART =
            """
            (name) => {
              const search = (root) => {
                for (const element of root.querySelectorAll('*')) {
                  if (element.dataset?.test === name) return element;
                  const found = element.shadowRoot && search(element.shadowRoot);
                  if (found) return found;
                }
                return null;
              };
              return search(document);
            }\
            """;

    private final FirefoxProcess process;
    private final Bidi bidi;
    private final String page;

    private Firefox(FirefoxProcess process, Bidi bidi) throws IOException {
        this.process = process;
        this.bidi = bidi;
        var _ = bidi.ask("session.new", new JsonObject().put("capabilities", new JsonObject()));
        JsonObject tree = bidi.ask("browsingContext.getTree", new JsonObject());
        page = tree.getJsonArray("contexts").getJsonObject(0).getString("context");
        String script = "() => {" + Browsers.script() + "}";
        var _ =
                bidi.ask(
                        "script.addPreloadScript",
                        new JsonObject().put("functionDeclaration", script));
    }

    /** A Firefox of somebody whose camera changes its colour and whose microphone has one tone. */
    static Firefox open(int hertz) throws IOException {
        FirefoxProcess process = FirefoxProcess.start(hertz);
        try {
            return new Firefox(process, Bidi.open(process.door()));
        } catch (IOException | RuntimeException | Error notOpen) {
            process.close();
            throw notOpen;
        }
    }

    void goesTo(String address) {
        var _ =
                bidi.ask(
                        "browsingContext.navigate",
                        inPage().put("url", address).put("wait", "complete"));
    }

    /** Waits for that part of the page, moves the pointer there and presses. */
    void presses(String part) {
        var _ =
                bidi.ask(
                        "input.performActions",
                        inPage().put("actions", new JsonArray().add(press(found(part)))));
    }

    private static JsonObject press(String element) {
        JsonObject origin =
                new JsonObject()
                        .put("type", "element")
                        .put("element", new JsonObject().put("sharedId", element));
        return new JsonObject()
                .put("type", "pointer")
                .put("id", "mouse")
                .put(
                        "actions",
                        new JsonArray()
                                .add(
                                        action("pointerMove")
                                                .put("x", 0)
                                                .put("y", 0)
                                                .put("origin", origin))
                                .add(action("pointerDown").put("button", 0))
                                .add(action("pointerUp").put("button", 0)));
    }

    /** Presses that field and types. */
    void types(String part, String text) {
        presses(part);
        JsonArray keys = new JsonArray();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(key ->
                        keys.add(action("keyDown").put("value", key))
                                .add(action("keyUp").put("value", key)));
        JsonObject keyboard =
                new JsonObject().put("type", "key").put("id", "keys").put("actions", keys);
        var _ =
                bidi.ask(
                        "input.performActions",
                        inPage().put("actions", new JsonArray().add(keyboard)));
    }

    private static JsonObject action(String type) {
        return new JsonObject().put("type", type);
    }

    private String found(String part) {
        return Eventually.becomes(
                        "the page has " + part,
                        SOON,
                        () -> call(PART, part),
                        answer -> answer.getString("type").equals("node"))
                .getString("sharedId");
    }

    void awaits(String part) {
        var _ = found(part);
    }

    /** What that part says; empty where it is not there. */
    String says(String part) {
        return value("(name) => (" + PART + ")(name)?.innerText ?? ''", part);
    }

    void awaitsWords(String part, String words) {
        var _ =
                Eventually.becomes(
                        part + " says " + words,
                        SOON,
                        () -> says(part),
                        all -> all.contains(words));
    }

    Sight sees() {
        return Sight.of(
                new JsonObject(value("() => JSON.stringify(rostrumProof.sees())", "")).getMap());
    }

    Sight awaitsSight(String what, Predicate<Sight> good) {
        return Eventually.becomes("Firefox sees " + what, SOON, this::sees, good);
    }

    /** Waits until the page plays that tone. */
    void awaitsTone(int hertz) {
        var _ =
                Eventually.becomes(
                        "Firefox hears " + hertz, SOON, () -> hears(hertz), db -> db > Tone.HEARD);
    }

    private double hears(int hertz) {
        return Double.parseDouble(
                value("(hertz) => String(rostrumProof.hears([Number(hertz)])[0])", "" + hertz));
    }

    /** Into {@code target/screenshots}. */
    void screenshot(String title) throws IOException {
        String data = bidi.ask("browsingContext.captureScreenshot", inPage()).getString("data");
        Path file = Path.of("target", "screenshots", title + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(data));
    }

    private String value(String function, String argument) {
        return call(function, argument).getString("value");
    }

    private JsonObject call(String function, String argument) {
        JsonObject text = new JsonObject().put("type", "string").put("value", argument);
        JsonObject answer =
                bidi.ask(
                        "script.callFunction",
                        new JsonObject()
                                .put("functionDeclaration", function)
                                .put("awaitPromise", true)
                                .put("target", inPage())
                                .put("arguments", new JsonArray().add(text)));
        if (!answer.getString("type").equals("success")) {
            throw new AssertionError(answer.encodePrettily());
        }
        return answer.getJsonObject("result");
    }

    private JsonObject inPage() {
        return new JsonObject().put("context", page);
    }

    @Override
    public void close() throws IOException {
        bidi.close();
        process.close();
    }
}
