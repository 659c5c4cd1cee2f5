package io.rostrum.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Starts Chromium processes, one for each person, and ends them all. */
public final class Browsers implements AutoCloseable {
    /** What a person brings: camera film and microphone tone, both played in a loop. */
    public record Person(String name, Colour colour, int hertz, int width, int height) {
        public Person(String name, Colour colour, int hertz) {
            this(name, colour, hertz, 640, 360);
        }
    }

    /** How a window looks and speaks. */
    public record Window(int width, int height, boolean dark, String language) {
        public static final Window DEFAULT = new Window(960, 640, true, "en-US");
    }

    private static final int FRAMES_PER_SECOND = 15;
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--use-fake-device-for-media-stream",
                    "--use-fake-ui-for-media-stream",
                    "--autoplay-policy=no-user-gesture-required");

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final List<Chromium> open = new ArrayList<>();

    /** A browser with this person's camera and microphone. */
    public Chromium person(Person person) throws IOException {
        return person(person, Window.DEFAULT);
    }

    public Chromium person(Person person, Window window) throws IOException {
        Path folder = Files.createTempDirectory("rostrum-" + person.name());
        Path film =
                FakeCamera.write(
                        folder.resolve("camera.y4m"),
                        person.colour(),
                        person.width(),
                        person.height(),
                        FRAMES_PER_SECOND);
        Path tone = new Tone(person.hertz()).writeWav(folder.resolve("microphone.wav"));
        List<String> devices =
                List.of(
                        "--use-file-for-fake-video-capture=" + film,
                        "--use-file-for-fake-audio-capture=" + tone);
        return launch(person.name(), folder, devices, window);
    }

    /** A browser of somebody who only watches. */
    public Chromium viewer(String name) throws IOException {
        return viewer(name, Window.DEFAULT);
    }

    public Chromium viewer(String name, Window window) throws IOException {
        return launch(name, Files.createTempDirectory("rostrum-" + name), List.of(), window);
    }

    /** The same with further command line flags, as for a network that lets no UDP through. */
    public Chromium viewer(String name, Window window, List<String> flags) throws IOException {
        return launch(name, Files.createTempDirectory("rostrum-" + name), flags, window);
    }

    /** A phone: led by touch; as everywhere but in tests, sound takes a press of its owner. */
    public Chromium phone(String name, Window window) throws IOException {
        Path folder = Files.createTempDirectory("rostrum-" + name);
        List<String> flags = List.of("--autoplay-policy=document-user-activation-required");
        return launch(name, folder, options(window, flags).setHasTouch(true).setIsMobile(true));
    }

    private static LaunchPersistentContextOptions options(Window window, List<String> more) {
        return new LaunchPersistentContextOptions()
                .setExecutablePath(executable())
                .setHeadless(true)
                .setChromiumSandbox(false)
                .setViewportSize(window.width(), window.height())
                .setLocale(window.language())
                .setColorScheme(window.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setArgs(flags(more));
    }

    /** What is told anew is not told twice: which of two counts is the browser's secret. */
    private static List<String> flags(List<String> more) {
        List<String> told = more.stream().map(Browsers::nameOf).toList();
        Stream<String> usual = FLAGS.stream().filter(flag -> !told.contains(nameOf(flag)));
        return Stream.concat(usual, more.stream()).toList();
    }

    private static String nameOf(String flag) {
        int end = flag.indexOf('=');
        return end < 0 ? flag : flag.substring(0, end);
    }

    private Chromium launch(String name, Path folder, List<String> more, Window window)
            throws IOException {
        return launch(name, folder, options(window, more));
    }

    private Chromium launch(String name, Path folder, LaunchPersistentContextOptions options)
            throws IOException {
        BrowserContext context =
                playwright.chromium().launchPersistentContext(folder.resolve("profile"), options);
        context.addInitScript(script());
        Chromium chromium = new Chromium(name, context, folder);
        open.add(chromium);
        return chromium;
    }

    /** What tells of every page what its user hears and sees. */
    public static String script() throws IOException {
        try (InputStream in = Browsers.class.getResourceAsStream("proof.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    /** The machine's Chromium: {@code CHROMIUM}, else where distributions put it. */
    public static Path executable() {
        String told = System.getenv("CHROMIUM");
        if (told != null && !told.isBlank()) {
            return Path.of(told);
        }
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(program -> Path.of("/usr/bin", program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no Chromium found; install it or set CHROMIUM"));
    }

    @Override
    public void close() throws IOException {
        for (Chromium chromium : open) {
            chromium.close();
        }
        open.clear();
        playwright.close();
    }
}
