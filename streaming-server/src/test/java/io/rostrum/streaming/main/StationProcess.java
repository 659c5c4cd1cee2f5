package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The server as a process of its own, which can be killed; all that follow share its folder. */
final class StationProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private StationProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the server and waits for the line that says where it listens. */
    static StationProcess start(Path folder) throws IOException {
        return start(folder, List.of(), Map.of());
    }

    static StationProcess start(Path folder, List<String> options, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-ea"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("io.rostrum.streaming.main.Main");
        command.addAll(List.of("--port", "0", "--media-port", "0", "--min-free", "0"));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ROSTRUM_FEED_SECRET", FeedClient.SECRET);
        builder.environment().putAll(environment);
        builder.redirectError(folder.resolve("log").toFile());
        Process process = builder.start();
        String line = process.inputReader().readLine();
        assertThat(line).as(Files.readString(folder.resolve("log"))).contains("http://127.0.0.1:");
        return new StationProcess(process, Integer.parseInt(line.replaceAll(".*:(\\d+)/", "$1")));
    }

    int port() {
        return port;
    }

    Process process() {
        return process;
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
