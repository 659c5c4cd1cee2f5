package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.center.config.CenterConfig;
import io.rostrum.center.config.HttpConfig;
import io.rostrum.center.config.MediaConfig;
import io.rostrum.center.config.RoomConfig;
import io.rostrum.center.config.StreamingConfig;
import io.rostrum.gate.GateSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails half-way gives back what it had taken: the next one may go well. */
class StartTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir Path folder;

    private static int freeUdpPort() {
        try (DatagramSocket socket = new DatagramSocket(0, HERE)) {
            return socket.getLocalPort();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CenterConfig config(int port) {
        return new CenterConfig(
                new HttpConfig("127.0.0.1", port, null, Set.of(), null, false),
                new MediaConfig(HERE, List.of(HERE), freeUdpPort(), 1, 1, 0),
                new RoomConfig(folder.resolve("center"), 10, Duration.ofSeconds(30), 0, 50),
                new StreamingConfig(null, null, null),
                GateSettings.defaults());
    }

    private static long logThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("log"))
                .count();
    }

    private void startsWell() {
        CenterServer server = TestClient.await(CenterServer.start(config(0)));
        assertThat(server.port()).isPositive();
        TestClient.await(server.stop());
    }

    @Test
    void theDoorsPortIsTaken() throws IOException {
        long before = logThreads();
        try (ServerSocket other = new ServerSocket(0, 1, HERE)) {
            assertThatThrownBy(() ->
                            TestClient.await(CenterServer.start(config(other.getLocalPort()))))
                    .hasMessageContaining("cannot be had");
        }
        assertThat(logThreads()).isEqualTo(before);
        startsWell();
    }

    @Test
    void theRoomsCannotBeRead() throws IOException {
        long before = logThreads();
        Path rooms = folder.resolve("center").resolve("rooms.log");
        Files.createDirectories(rooms);
        assertThatThrownBy(() -> TestClient.await(CenterServer.start(config(0))))
                .hasRootCauseInstanceOf(IOException.class);
        Files.delete(rooms);
        assertThat(logThreads()).isEqualTo(before);
        startsWell();
    }
}
