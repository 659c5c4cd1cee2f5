package io.rostrum.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One person's browser: a Chromium process of its own, with one page. */
public final class Chromium implements AutoCloseable {
    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final Path folder;
    private final List<String> complaints = new ArrayList<>();
    private boolean killed;

    Chromium(String name, BrowserContext context, Path folder) {
        this.name = name;
        this.context = context;
        this.folder = folder;
        page = context.pages().isEmpty() ? context.newPage() : context.pages().getFirst();
        page.onPageError(error -> complaints.add("page error: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    public String name() {
        return name;
    }

    public Page page() {
        return page;
    }

    /** Errors of the page and its console so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What the page plays to its user at these frequencies: dB of full scale for each. */
    public Map<Integer, Double> hears(List<Integer> hertz) {
        Map<Integer, Double> levels = new TreeMap<>();
        List<?> answer = (List<?>) page.evaluate("hertz => rostrumProof.hears(hertz)", hertz);
        for (int i = 0; i < hertz.size(); i++) {
            levels.put(hertz.get(i), ((Number) answer.get(i)).doubleValue());
        }
        return levels;
    }

    /** The picture on the page's main video, without the person's own preview. */
    public Sight sees() {
        return Sight.of(Answer.of(page.evaluate("() => rostrumProof.sees()")));
    }

    /** The same of a page that is embedded in this one. */
    public Sight sees(Frame embedded) {
        return Sight.of(Answer.of(embedded.evaluate("() => rostrumProof.sees()")));
    }

    /** Waits until the main video shows {@code colour}. */
    public Sight awaitsColour(Colour colour, Duration bound) {
        return awaitsSight(colour.name(), bound, sight -> sight.colour().equals(colour));
    }

    /** Waits until what the main video shows is {@code good}. */
    public Sight awaitsSight(String what, Duration bound, Predicate<Sight> good) {
        return Eventually.becomes(name + " sees " + what + diagnosis(), bound, this::sees, good);
    }

    /** Waits until of {@code hertz} exactly those in {@code audible} are heard. */
    public void awaitsTones(List<Integer> hertz, List<Integer> audible, Duration bound) {
        Predicate<Map<Integer, Double>> right =
                levels ->
                        levels.entrySet().stream()
                                .allMatch(level ->
                                        audible.contains(level.getKey())
                                                ? level.getValue() > Tone.HEARD
                                                : level.getValue() < Tone.SILENT);
        var ignored =
                Eventually.becomes(
                        name + " hears " + audible + " of " + hertz + diagnosis(),
                        bound,
                        () -> hears(hertz),
                        right);
    }

    /** Starts to note every frame of the main video: changes of colour, gaps, stalls. */
    public void watches() {
        page.evaluate("() => rostrumProof.watch()");
    }

    /** What was noted since {@link #watches()}. */
    public Watch watched() {
        return Watch.of(Answer.of(page.evaluate("() => rostrumProof.watched()")));
    }

    /** How many frames were drawn since {@link #watches()}; cheap enough to be asked again. */
    public int drawn() {
        return ((Number) page.evaluate("() => rostrumProof.drawn()")).intValue();
    }

    /** Into {@code target/screenshots}, of what the window shows. */
    public Path screenshot(String title) {
        Path file = Path.of("target", "screenshots", title + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }

    /** What axe-core calls serious or critical on this page, one line for each. */
    public List<String> barriers() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                        .toList();
    }

    /** Ends the browser as {@code kill -9} does, with all its processes. */
    public void kill() {
        killed = true;
        List<ProcessHandle> own =
                ProcessHandle.allProcesses().filter(process -> isOf(process.pid())).toList();
        own.forEach(ProcessHandle::destroyForcibly);
        own.forEach(process -> process.onExit().join());
    }

    /** Every process of a browser says in its arguments whose folder it uses. */
    private boolean isOf(long pid) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return new String(line, ISO_8859_1).contains(folder.toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private String diagnosis() {
        return complaints.isEmpty() ? "" : " (its page says: " + complaints + ")";
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!killed) {
            context.close();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
