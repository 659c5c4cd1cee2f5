package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted is told, and told of. */
@Tag("system")
class MetricsTest {
    @Test
    void everyMetricIsInTheManualOfTheOperator(@TempDir Path data) throws Exception {
        try (StreamingServer server = Stations.start(data)) {
            List<String> names =
                    new FeedClient(server.port(), "r1", "s1")
                            .text("/metrics")
                            .body()
                            .lines()
                            .filter(line -> line.startsWith("rostrum_"))
                            .map(line -> line.replaceAll("[{ ].*", ""))
                            .distinct()
                            .toList();
            assertThat(names)
                    .contains(
                            "rostrum_segments_damaged_total",
                            "rostrum_log_lost_total",
                            "rostrum_whep_gave_way_total",
                            "rostrum_datagrams_too_large_total");
            String manual = Files.readString(Path.of("../docs/operations.md"));
            assertThat(names).allMatch(name -> manual.contains('`' + name + '`'));
        }
    }

    @Test
    void aPageWhoseNameWasMadeToLeadHereReadsNoFigures(@TempDir Path data) throws Exception {
        try (StreamingServer server = Stations.start(data)) {
            assertThat(metrics(server, "localhost:" + server.port())).startsWith("HTTP/1.1 200 ");
            assertThat(metrics(server, "evil.example:" + server.port()))
                    .startsWith("HTTP/1.1 404 ")
                    .contains("application/problem+json");
        }
    }

    private static String metrics(StreamingServer server, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            String head = "GET /metrics HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
            socket.getOutputStream()
                    .write(head.formatted(host).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
