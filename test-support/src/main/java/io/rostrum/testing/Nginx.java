package io.rostrum.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The machine's nginx with one worker, in a folder that goes with it. */
public final class Nginx implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Process process;
    private final Path folder;
    private final URI address;

    private Nginx(Process process, Path folder, URI address) {
        this.process = process;
        this.folder = folder;
        this.address = address;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param http what it does, as in the http block of its configuration; paths begin in its
     *     folder
     * @param server the same for the one server that listens at that port of the loopback
     */
    public static Nginx start(int port, String http, String server) throws IOException {
        Path folder = Files.createTempDirectory("rostrum-nginx");
        Path file = folder.resolve("nginx.conf");
        Files.writeString(
                file,
                """
                daemon off; master_process off; worker_processes 1; pid pid;
                error_log error.log;
                events { worker_connections 4096; }
                http {
                  client_body_temp_path body;
                  proxy_temp_path temp;
                  %s
                  server {
                    listen 127.0.0.1:%d;
                    %s
                  }
                }
                """
                        .formatted(http, port, server));
        Process process =
                new ProcessBuilder(executable(), "-p", folder + "/", "-c", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("words").toFile())
                        .start();
        Nginx nginx = new Nginx(process, folder, URI.create("http://127.0.0.1:" + port));
        try {
            Eventually.holds("nginx listens", SOON, () -> nginx.listens(port));
        } catch (AssertionError notUp) {
            String words = Files.readString(folder.resolve("words"));
            nginx.close();
            throw new IOException("nginx does not start: " + words, notUp);
        }
        return nginx;
    }

    /** Debian keeps it where only root's path looks. */
    private static String executable() {
        return Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx")
                .filter(name -> Files.isExecutable(Path.of(name)))
                .findFirst()
                .orElse("nginx");
    }

    private boolean listens(int port) {
        if (!process.isAlive()) {
            throw new AssertionError("nginx has ended");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI address() {
        return address;
    }

    public Path folder() {
        return folder;
    }

    /** CPU time used so far. */
    public Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
