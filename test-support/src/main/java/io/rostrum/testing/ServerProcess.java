package io.rostrum.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of our servers as a process of its own, which can be stopped, killed and started again. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration UP = Duration.ofSeconds(90);

    private final String module;
    private final String mainClass;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Path log;
    private final URI ready;
    private final boolean assertions;
    private final @Nullable Path tree;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;

    /**
     * @param tree another checkout of the project, packaged, whose server this is; null: this one
     */
    ServerProcess(
            String module,
            String mainClass,
            List<String> arguments,
            Map<String, String> environment,
            Path log,
            URI ready,
            boolean assertions,
            @Nullable Path tree) {
        this.module = module;
        this.mainClass = mainClass;
        this.arguments = List.copyOf(arguments);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.ready = ready;
        this.assertions = assertions;
        this.tree = tree;
    }

    /** Starts the process without waiting for it. */
    void launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        assertions ? "-ea" : "-da",
                        "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(classes());
        command.add(mainClass);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Returns when {@code /health/ready} answers 200. */
    void awaitReady() {
        Eventually.holds(
                module + " ready at " + ready + ", log: " + log,
                UP,
                () -> {
                    if (!running().isAlive()) {
                        throw new AssertionError(module + " has ended:\n" + tail());
                    }
                    return answers();
                });
    }

    private boolean answers() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** Asks the process to end, as {@code kill} does, and does not wait. */
    public void terminate() {
        running().destroy();
    }

    /** Returns when the process has ended. */
    public void awaitEnd() throws InterruptedException {
        if (!running().waitFor(UP.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(module + " does not end, log: " + log);
        }
    }

    /** Starts it again as it was: same port, same data. */
    public void restart() throws IOException {
        launch();
        awaitReady();
    }

    public long pid() {
        return running().pid();
    }

    /** CPU time used so far by the process, all threads. */
    public Duration cpu() {
        return running().toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** Everything that the process has printed. */
    public String output() throws IOException {
        return Files.readString(log);
    }

    private String tail() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "not started");
    }

    /**
     * What this JVM has of the module (in a reactor), else what `package` has put in target, read
     * as operators are told to.
     */
    private List<String> classes() {
        Path other = tree;
        return other == null ? classesOfThisTree() : packaged(other);
    }

    private List<String> classesOfThisTree() {
        try {
            Class.forName(mainClass, false, ServerProcess.class.getClassLoader());
            return List.of("-cp", System.getProperty("java.class.path"));
        } catch (ClassNotFoundException packaged) {
            return packaged(root());
        }
    }

    private List<String> packaged(Path project) {
        Path target = project.resolve(module).resolve("target");
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + target.resolve("classes.jsa"),
                "-Xlog:cds*=off,aot*=off",
                "-cp",
                target.resolve("rostrum-" + module + "-0.1.0.jar")
                        + File.pathSeparator
                        + target.resolve("lib")
                        + File.separator
                        + "*");
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("center-server"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
        }
        return folder;
    }

    @Override
    public void close() {
        if (process == null || !process.isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
