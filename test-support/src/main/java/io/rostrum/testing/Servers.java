package io.rostrum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The real center and streaming server, two processes on free ports of 127.0.0.1. */
public final class Servers implements AutoCloseable {
    /** Ports that the center may use for media: one for each of its loops. */
    private static final int MEDIA_PORTS = 16;

    /** All participants and viewers of a test come from one address. */
    private static final String MANY_FROM_HERE = "--entries-per-minute=100000";

    private final Path folder;
    private final String feedSecret = UUID.randomUUID().toString();
    private final URI centerUrl;
    private final URI streamingUrl;
    private final boolean assertions;
    private final @Nullable Path tree;
    private final ServerProcess center;
    private final ServerProcess streaming;

    private Servers(
            Path folder,
            List<String> centerMore,
            List<String> streamingMore,
            boolean assertions,
            @Nullable Path tree)
            throws IOException {
        this.folder = folder;
        this.assertions = assertions;
        this.tree = tree;
        int centerPort = freePort();
        int streamingPort = freePort();
        centerUrl = URI.create("http://127.0.0.1:" + centerPort);
        streamingUrl = URI.create("http://127.0.0.1:" + streamingPort);
        List<String> watching = new ArrayList<>(streamingMore);
        if (!says(streamingMore, "--media-port=")) {
            watching.add("--media-port=0");
        }
        watching.add("--center-url=" + centerUrl);
        streaming = process("streaming-server", "streaming", streamingUrl, watching, streamingPort);
        List<String> wiring =
                new ArrayList<>(
                        List.of(
                                "--public-address=127.0.0.1",
                                "--media-port=" + freeMediaPorts(),
                                "--streaming-url=" + streamingUrl,
                                "--streaming-public-url=" + streamingUrl));
        wiring.addAll(centerMore);
        center = process("center-server", "center", centerUrl, wiring, centerPort);
    }

    private static boolean says(List<String> options, String name) {
        return options.stream().anyMatch(option -> option.startsWith(name));
    }

    private ServerProcess process(String module, String name, URI url, List<String> more, int port)
            throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        List<String> arguments = new ArrayList<>(List.of("--port=" + port, "--bind=127.0.0.1"));
        Stream.of("--public-url=" + url, "--data=" + data, MANY_FROM_HERE)
                .filter(this::isKnown)
                .filter(option -> !says(more, option.substring(0, option.indexOf('=') + 1)))
                .forEach(arguments::add);
        arguments.addAll(more);
        return new ServerProcess(
                module,
                "io.rostrum." + name + ".main.Main",
                arguments,
                Map.of("ROSTRUM_FEED_SECRET", feedSecret),
                folder.resolve(name + ".log"),
                url.resolve("/health/ready"),
                assertions,
                tree);
    }

    /** An older tree does not have all the options of this one; its operations page names them. */
    private boolean isKnown(String option) {
        Path other = tree;
        if (other == null) {
            return true;
        }
        try {
            String page = Files.readString(other.resolve("docs").resolve("operations.md"));
            return page.contains(option.substring(0, option.indexOf('=')));
        } catch (IOException e) {
            throw new UncheckedIOException("not a tree of this project: " + other, e);
        }
    }

    /** Both up and ready, with an empty data folder below {@code target}. */
    public static Servers start() throws IOException {
        return start(List.of(), List.of());
    }

    /** The same with further command line options for each. */
    public static Servers start(List<String> center, List<String> streaming) throws IOException {
        return start(center, streaming, true, null);
    }

    /** Without assertions, as operators run them: for measuring. */
    public static Servers startAsOperated() throws IOException {
        return start(List.of(), List.of(), false, null);
    }

    /** The same of another checkout of the project, whose servers are packaged. */
    public static Servers startAsOperated(Path tree) throws IOException {
        return start(List.of(), List.of(), false, tree);
    }

    private static Servers start(
            List<String> center, List<String> streaming, boolean assertions, @Nullable Path tree)
            throws IOException {
        Path parent = Files.createDirectories(Path.of("target", "servers").toAbsolutePath());
        Servers servers =
                new Servers(
                        Files.createTempDirectory(parent, "run"),
                        center,
                        streaming,
                        assertions,
                        tree);
        try {
            servers.streaming.launch();
            servers.center.launch();
            servers.streaming.awaitReady();
            servers.center.awaitReady();
            return servers;
        } catch (IOException | AssertionError e) {
            servers.close();
            throw e;
        }
    }

    /** Address of the center, without a slash at its end. */
    public URI centerUrl() {
        return centerUrl;
    }

    public URI streamingUrl() {
        return streamingUrl;
    }

    public ServerProcess center() {
        return center;
    }

    public ServerProcess streaming() {
        return streaming;
    }

    public String feedSecret() {
        return feedSecret;
    }

    /** Data and logs of both. */
    public Path folder() {
        return folder;
    }

    /** A TCP port that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A UDP port that nobody has, at this address nor at another. */
    public static int freeUdpPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The first of a run of UDP ports that nobody has. */
    private static int freeMediaPorts() throws IOException {
        for (int first = 20_000 + (int) (ProcessHandle.current().pid() % 1000) * 20;
                first < 60_000;
                first += MEDIA_PORTS) {
            if (allFree(first)) {
                return first;
            }
        }
        throw new IOException("no " + MEDIA_PORTS + " free UDP ports in a row");
    }

    private static boolean allFree(int first) {
        for (int port = first; port < first + MEDIA_PORTS; port++) {
            try (DatagramSocket socket = new DatagramSocket(null)) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    /** Stops both; the logs stay, the data goes. */
    @Override
    public void close() throws IOException {
        center.close();
        streaming.close();
        for (String data : List.of("center", "streaming")) {
            delete(folder.resolve(data));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
