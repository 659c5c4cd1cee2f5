package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

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
}
