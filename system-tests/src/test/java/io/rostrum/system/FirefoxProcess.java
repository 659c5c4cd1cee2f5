package io.rostrum.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rostrum.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Firefox that runs, with the loudspeaker that it plays to and a profile of its own. */
record FirefoxProcess(Process browser, Process loudspeaker, Path profile) implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern DOOR = Pattern.compile("BiDi listening on (ws://\\S+)");

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
    static FirefoxProcess start(int hertz) throws IOException {
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
        ProcessBuilder builder =
                new ProcessBuilder(
                                executable().orElseThrow().toString(),
                                "--headless",
                                "--no-remote",
                                "--profile",
                                profile.toString(),
                                "--remote-debugging-port",
                                "0")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PULSE_SERVER", "unix:" + profile.resolve("sound"));
        return new FirefoxProcess(builder.start(), loudspeaker, profile);
    }

    /** Firefox lets no sound be looked at on a machine that has nothing to play it. */
    private static Process loudspeaker(Path folder) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                "pulseaudio",
                                "-n",
                                "--daemonize=no",
                                "--exit-idle-time=-1",
                                "--load=module-null-sink rate=48000",
                                "--load=module-native-protocol-unix auth-anonymous=1 socket="
                                        + folder.resolve("sound"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        Process process = builder.start();
        try {
            Eventually.holds("a loudspeaker", SOON, () -> Files.exists(folder.resolve("sound")));
        } catch (AssertionError silent) {
            process.destroyForcibly();
            throw silent;
        }
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

    /** Where it listens to WebDriver BiDi, by its own words. */
    URI door() throws IOException {
        CompletableFuture<URI> door = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("Firefox's words")
                .start(() -> read(browser.errorReader(UTF_8), door));
        try {
            return door.get(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException closed) {
            throw new IOException("Firefox does not open its door", closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** To their end, or a full pipe stops it. */
    private static void read(BufferedReader words, CompletableFuture<URI> door) {
        words.lines()
                .forEach(line -> {
                    Matcher found = DOOR.matcher(line);
                    if (found.find()) {
                        door.complete(URI.create(found.group(1) + "/session"));
                    }
                });
        door.completeExceptionally(new IOException("Firefox has ended"));
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all =
                Stream.concat(
                                browser.descendants(),
                                Stream.of(browser.toHandle(), loudspeaker.toHandle()))
                        .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        List<Path> files;
        try (Stream<Path> walk = Files.walk(profile)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : files) {
            Files.deleteIfExists(path);
        }
    }
}
