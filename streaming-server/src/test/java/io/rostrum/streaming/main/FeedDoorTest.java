package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.gate.GateSettings;
import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.config.FeedConfig;
import io.rostrum.streaming.config.HttpConfig;
import io.rostrum.streaming.config.Settings;
import io.rostrum.streaming.config.StorageConfig;
import io.rostrum.streaming.config.WhepConfig;
import io.rostrum.testing.Eventually;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a feed may say, and what becomes of its times. */
class FeedDoorTest {
    private static final Instant BEGINS = FeedClient.START.plusMillis(1250);
    private static final byte[] INIT = init();

    @TempDir Path data;

    private StreamingServer server;
    private FeedClient feed;

    @BeforeEach
    void start() throws IOException {
        server =
                StreamingServer.start(
                        new Settings(
                                new HttpConfig(0, "127.0.0.1", null, null, false),
                                new StorageConfig(data, null, 0, 0),
                                new FeedConfig(
                                        FeedClient.SECRET,
                                        Duration.ofMinutes(5),
                                        Duration.ofSeconds(60),
                                        FeedLimits.DEFAULT),
                                new WhepConfig(
                                        new io.rostrum.net.Ports(
                                                InetAddress.getLoopbackAddress(), 0, 1),
                                        List.of(InetAddress.getLoopbackAddress()),
                                        1),
                                GateSettings.defaults()));
        feed = new FeedClient(server.port(), "r1", "s1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] init() {
        byte[] sps = {0x67, 0x42, (byte) 0xC0, 0x1F, 1};
        return FeedTracks.init(new AvcConfig(List.of(sps), List.of(new byte[] {0x68, 1, 2})))
                .bytes();
    }

    /** A second of pictures and sound, from that second on. */
    private static byte[] segment(long second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            long time = second * 90_000 + i * 3000L;
            byte[] picture = {0, 0, 0, 1, 65};
            out.writeBytes(FragmentWriter.write(1, new Sample(1, time, 3000, i == 0, picture)));
        }
        for (int i = 0; i < 47; i++) {
            long time = second * 48_000 + i * 1024L;
            out.writeBytes(
                    FragmentWriter.write(1, new Sample(2, time, 1024, true, new byte[] {33})));
        }
        return out.toByteArray();
    }

    private static void refused(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(new JsonObject(answer.body()).getString("type")).endsWith("/" + code);
    }

    private HttpResponse<String> open(String startedAt) throws Exception {
        String json = "{\"session\":\"s1\",\"startedAt\":" + startedAt + "}";
        return feed.send("POST", "/feed/r1", BodyPublishers.ofString(json));
    }

    private void begin() throws Exception {
        assertThat(feed.open().statusCode()).isEqualTo(201);
        assertThat(feed.init(INIT, BEGINS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"+999999999-12-31T23:59:59Z\"",
                "\"-999999999-01-01T00:00:00Z\"",
                "\"1970-01-01T00:00:00Z\"",
                "\"2999-01-01T00:00:00Z\"",
                "\"yesterday\"",
                "17",
                "{}"
            })
    void aProgramBeganInOurTime(String startedAt) throws Exception {
        refused(open(startedAt), "bad-request");
        assertThat(feed.text("/api/channels").body()).isEqualTo("[]");
    }

    @Test
    void aSessionThatIsNoTextIsRefused() throws Exception {
        refused(
                feed.send("POST", "/feed/r1", BodyPublishers.ofString("{\"session\":17}")),
                "bad-request");
    }

    @Test
    void timesThatLeapAreRefusedAndTheFeedGoesOnWithoutThem() throws Exception {
        begin();
        assertThat(feed.segment(0, segment(0)).statusCode()).isEqualTo(200);
        refused(feed.segment(1, segment(21_928)), "bad-segment");
        assertThat(feed.segment(1, segment(1)).statusCode()).isEqualTo(200);
        feed.end();
        double duration =
                Eventually.becomes(
                        "it is measured", Duration.ofSeconds(10), this::recorded, d -> d > 0);
        assertThat(duration).isBetween(1.9, 2.1);
    }

    private double recorded() {
        try {
            return new io.vertx.core.json.JsonArray(feed.text("/api/recordings").body())
                    .getJsonObject(0)
                    .getDouble("duration");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTakeFarBeyondAnyProgramIsRefused() throws Exception {
        begin();
        String take = "{\"picture\":\"Ana\",\"at\":" + Long.MAX_VALUE + "}";
        refused(feed.send("PATCH", feed.path(""), BodyPublishers.ofString(take)), "bad-request");
    }

    @Test
    void programDateTimeCountsFromTheCaptureOfTimeZero() throws Exception {
        begin();
        for (int i = 0; i < 3; i++) {
            assertThat(feed.segment(i, segment(i)).statusCode()).isEqualTo(200);
        }
        feed.text("/live/r1/s1/media.m3u8?_HLS_msn=1");
        assertThat(feed.text("/live/r1/s1/media.m3u8").body())
                .contains("#EXT-X-PROGRAM-DATE-TIME:" + BEGINS);
        assertThat(new JsonObject(feed.open().body()).getInstant("startedAt"))
                .as("a sender that lost its memory learns it")
                .isEqualTo(BEGINS);
        feed.end();
        assertThat(feed.text("/recordings/s1/media.m3u8").body())
                .contains("#EXT-X-PROGRAM-DATE-TIME:" + BEGINS);
    }

    @Test
    void timeZeroIsCapturedNearTheOpeningOfTheSession() throws Exception {
        feed.open();
        refused(feed.init(INIT, BEGINS.plus(Duration.ofHours(2))), "bad-request");
        refused(feed.init(INIT, Instant.MAX), "bad-request");
    }

    @Test
    void aPartTooFarAheadIsRefusedAtOnceInsteadOfWaitedFor() throws Exception {
        begin();
        feed.segment(0, segment(0));
        long before = System.nanoTime();
        refused(feed.text("/live/r1/s1/media.m3u8?_HLS_msn=1&_HLS_part=100"), "bad-request");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    }
}
