package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rostrum.net.Ports;
import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.streaming.config.FeedConfig;
import io.rostrum.streaming.config.HttpConfig;
import io.rostrum.streaming.config.Settings;
import io.rostrum.streaming.config.StorageConfig;
import io.rostrum.streaming.config.WhepConfig;
import io.rostrum.testing.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside a recording of real pictures, checked by strangers. */
@Tag("system")
class RecordingTest {
    @TempDir Path folder;
    private StreamingServer server;
    private FeedClient feed;

    @BeforeEach
    void start() throws IOException {
        server = StreamingServer.start(settings());
        feed = new FeedClient(server.port(), "r1", "s1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Settings settings() {
        return new Settings(
                new HttpConfig(0, "127.0.0.1", null, null),
                new StorageConfig(folder.resolve("data"), null, 0, 0),
                new FeedConfig(FeedClient.SECRET, Duration.ofMinutes(5), FeedLimits.DEFAULT),
                new WhepConfig(
                        new Ports(InetAddress.getLoopbackAddress(), 0, 1),
                        List.of(InetAddress.getLoopbackAddress()),
                        1));
    }

    private Script recorded(int seconds) throws Exception {
        Script script = Script.program(folder, seconds, 7);
        feed.open();
        feed.init(script.init());
        for (int i = 0; i < script.segments().size(); i++) {
            feed.segment(i, FeedClient.whole(script.segments().get(i)));
        }
        assertThat(feed.end().statusCode()).isEqualTo(200);
        return script;
    }

    private JsonObject recording() {
        try {
            return new JsonObject(feed.text("/api/recordings/s1").body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonObject properties() {
        return Eventually.becomes(
                        "the properties are told",
                        Duration.ofSeconds(10),
                        this::recording,
                        json -> json.getJsonObject("properties") != null)
                .getJsonObject("properties");
    }

    private static JsonObject probe(String address) throws Exception {
        Tool tool =
                Tool.run(
                        List.of(
                                "ffprobe",
                                "-v",
                                "error",
                                "-show_format",
                                "-show_streams",
                                "-of",
                                "json",
                                address));
        return new JsonObject(tool.orFail());
    }

    @Test
    void itsPropertiesAreWhatAStrangerMeasures() throws Exception {
        recorded(30);
        JsonObject told = properties();
        JsonObject seen = probe(told.getString("address"));
        JsonObject format = seen.getJsonObject("format");
        JsonArray streams = seen.getJsonArray("streams");
        JsonObject picture = streams.getJsonObject(0);
        assertThat(told.getLong("size")).hasToString(format.getString("size"));
        assertThat(told.getDouble("duration"))
                .isCloseTo(Double.parseDouble(format.getString("duration")), within(0.1));
        String[] rate = picture.getString("avg_frame_rate").split("/", 2);
        assertThat(told.getDouble("frameRate"))
                .isCloseTo(Double.parseDouble(rate[0]) / Double.parseDouble(rate[1]), within(0.05));
        double bitRate =
                Double.parseDouble(picture.getString("bit_rate"))
                        + Double.parseDouble(streams.getJsonObject(1).getString("bit_rate"));
        assertThat(told.getDouble("bitRate")).isCloseTo(bitRate, within(bitRate / 100));
        assertThat(format.getString("format_name")).contains(told.getString("container"));
        assertThat(told.getString("codecs")).matches("avc3\\.[0-9a-f]{6},mp4a\\.40\\.2");
        JsonArray resolutions = told.getJsonArray("resolutions");
        assertThat(resolutions.size()).isGreaterThan(1);
        double sum = 0;
        for (int i = 0; i < resolutions.size(); i++) {
            sum += resolutions.getJsonObject(i).getDouble("duration");
        }
        assertThat(sum).isCloseTo(told.getDouble("duration"), within(0.1));
        assertThat(told.getInteger("width"))
                .isEqualTo(resolutions.getJsonObject(0).getInteger("width"));
    }

    @Test
    void itsPropertiesAreThereAgainAfterARestart() throws Exception {
        recorded(6);
        JsonObject before = properties();
        server.close();
        server = StreamingServer.start(settings());
        feed = new FeedClient(server.port(), "r1", "s1");
        JsonObject after = properties();
        before.remove("address");
        after.remove("address");
        assertThat(after).isEqualTo(before);
    }
}
