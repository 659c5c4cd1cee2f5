package io.rostrum.streaming.main;

import io.rostrum.testing.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real S3 server of strangers, s3proxy, whose objects lie in a folder. */
final class S3Server implements AutoCloseable {
    static final String USER = "station";
    static final String PASSWORD = "station-secret";
    static final String BUCKET = "tv-bucket";

    private final Path folder;
    private final int port;
    private Process process;

    private S3Server(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static S3Server start(Path folder) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.createDirectories(folder.resolve("objects").resolve(BUCKET));
            S3Server server = new S3Server(folder, free.getLocalPort());
            free.close();
            server.begin();
            return server;
        }
    }

    /** Comes, or comes back, with what it had. */
    void begin() throws IOException {
        Path settings = folder.resolve("s3proxy.properties");
        Files.writeString(
                settings,
                """
                s3proxy.authorization=aws-v4
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """
                        .formatted(port, USER, PASSWORD, folder.resolve("objects")));
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-jar",
                                Path.of("target", "s3proxy.jar").toString(),
                                "--properties",
                                settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("s3proxy.log").toFile())
                        .start();
        Eventually.holds("s3proxy listens", Duration.ofSeconds(20), this::listens);
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Goes away in the middle of whatever it does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where the object of that key lies. */
    Path object(String key) {
        return folder.resolve("objects").resolve(BUCKET).resolve(key);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
