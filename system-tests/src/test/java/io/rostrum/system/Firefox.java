package io.rostrum.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rostrum.testing.Browsers;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.Sight;
import io.rostrum.testing.Tone;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One person's Firefox, led by WebDriver BiDi (W3C) as a hand leads it: by pointer and keys. */
final class Firefox implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern DOOR = Pattern.compile("BiDi listening on (ws://\\S+)");

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

    private final Process process;
    private final Process loudspeaker;
    private final Path profile;
    private final Bidi bidi;
    private final String page;

    private Firefox(Process process, Process loudspeaker, Path profile, Bidi bidi)
            throws IOException {
        this.process = process;
        this.loudspeaker = loudspeaker;
        this.profile = profile;
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

    /**
     * The machine's Firefox: {@code FIREFOX}, else where distributions put it. None without
     * PulseAudio, which makes its loudspeaker.
     */
    static Optional<Path> executable() {
        if (!Files.isExecutable(Path.of("/usr/bin/pulseaudio"))) {
            return Optional.empty();
        }
        String told = System.getenv("FIREFOX");
        return Stream.of(told == null ? "" : told, "/usr/bin/firefox-esr", "/usr/bin/firefox")
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A Firefox of somebody whose camera changes its colour and whose microphone has one tone. */
    static Firefox open(int hertz) throws IOException {
        Path profile = Files.createTempDirectory("rostrum-firefox");
        Map<String, Object> preferences =
                Map.of(
                        "media.navigator.streams.fake", true,
                        "media.navigator.audio.fake_frequency", hertz,
                        "media.navigator.permission.disabled", true,
                        "media.autoplay.default", 0,
                        "intl.accept_languages", "en-US",
                        "app.normandy.enabled", false,
                        "network.captive-portal-service.enabled", false,
                        "network.connectivity-service.enabled", false);
        Files.writeString(profile.resolve("user.js"), preferences(preferences));
        Process loudspeaker = loudspeaker(profile);
        ProcessBuilder browser =
                new ProcessBuilder(
                                executable().orElseThrow().toString(),
                                "--headless",
                                "--no-remote",
                                "--profile",
                                profile.toString(),
                                "--remote-debugging-port",
                                "0")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        browser.environment().put("PULSE_SERVER", "unix:" + profile.resolve("sound"));
        Process process = browser.start();
        return new Firefox(process, loudspeaker, profile, Bidi.open(door(process)));
    }

    /** Firefox lets no sound be looked at on a machine that has nothing to play it. */
    private static Process loudspeaker(Path folder) throws IOException {
        Path socket = folder.resolve("sound");
        ProcessBuilder builder =
                new ProcessBuilder(
                                "pulseaudio",
                                "-n",
                                "--daemonize=no",
                                "--exit-idle-time=-1",
                                "--load=module-null-sink rate=48000",
                                "--load=module-native-protocol-unix auth-anonymous=1 socket="
                                        + socket)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        Process process = builder.start();
        Eventually.holds("a loudspeaker", SOON, () -> Files.exists(socket));
        return process;
    }

    private static String preferences(Map<String, Object> all) {
        return all.entrySet().stream()
                .map(one ->
                        "user_pref(\"%s\", %s);%n"
                                .formatted(
                                        one.getKey(),
                                        one.getValue() instanceof String text
                                                ? '"' + text + '"'
                                                : one.getValue()))
                .collect(Collectors.joining());
    }

    private static URI door(Process process) throws IOException {
        BufferedReader words = process.errorReader(UTF_8);
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            Matcher door = DOOR.matcher(line);
            if (door.find()) {
                Thread.ofVirtual().start(() -> words.lines().forEach(_ -> {}));
                return URI.create(door.group(1) + "/session");
            }
        }
        throw new IOException("Firefox has ended");
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
        List<ProcessHandle> all =
                Stream.concat(
                                process.descendants(),
                                Stream.of(process.toHandle(), loudspeaker.toHandle()))
                        .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(one -> one.onExit().join());
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
