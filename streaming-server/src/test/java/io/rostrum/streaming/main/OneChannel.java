package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.gate.GateSettings;
import io.rostrum.net.Ports;
import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.streaming.config.FeedConfig;
import io.rostrum.streaming.config.HttpConfig;
import io.rostrum.streaming.config.Settings;
import io.rostrum.streaming.config.StorageConfig;
import io.rostrum.streaming.config.WhepConfig;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with one channel, as its feeds and viewers meet it. */
abstract class OneChannel {
    @TempDir Path data;

    Duration standByAfter = Duration.ofHours(1); // nobody sends in real time here
    StreamingServer server;

    FeedClient feed;

    @BeforeEach
    void start() throws IOException {
        server = StreamingServer.start(settings(0, 0));
        feed = new FeedClient(server.port(), "r1", "s1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    Settings settings(int port, long minFree) {
        FeedLimits limits = new FeedLimits(1 << 20, 4096, 4096, Duration.ofSeconds(1), 200);
        return new Settings(
                new HttpConfig(port, "127.0.0.1", null, null, false),
                new StorageConfig(data, null, 0, minFree),
                new FeedConfig(FeedClient.SECRET, Duration.ofMinutes(5), standByAfter, limits),
                new WhepConfig(
                        new Ports(InetAddress.getLoopbackAddress(), 0, 1),
                        List.of(InetAddress.getLoopbackAddress()),
                        1),
                GateSettings.defaults());
    }

    void onAir(int segments) throws Exception {
        feed.onAir(segments);
    }

    /** Waits until all but the last part of that segment can be seen. */
    String seen(int number) throws Exception {
        String wait = "?_HLS_msn=" + number + "&_HLS_part=8";
        return feed.text("/live/r1/s1/media.m3u8" + wait).body();
    }

    static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getString("type")).isEqualTo("https://rostrum.io/problems/" + code);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
    }
}
