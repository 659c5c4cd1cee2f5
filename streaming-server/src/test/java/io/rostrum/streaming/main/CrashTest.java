package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process is killed in the middle of a program, and strangers read what came of it. */
@Tag("system")
class CrashTest {
    @TempDir Path folder;
    private StationProcess station;

    @AfterEach
    void stop() throws InterruptedException {
        station.close();
    }

    private FeedClient start() throws IOException {
        station = StationProcess.start(folder);
        return new FeedClient(station.port(), "r1", "s1");
    }

    @Test
    void nothingAcknowledgedIsLostAndTheRecordingIsOne() throws Exception {
        Script script = Script.program(folder, 40, 3);
        int killAt = script.segments().size() / 2;
        FeedClient feed = start();
        feed.open();
        feed.init(script.init());
        for (int i = 0; i < killAt; i++) {
            assertThat(feed.segment(i, FeedClient.whole(script.segments().get(i))).statusCode())
                    .isEqualTo(200);
        }
        String take = "{\"picture\":\"Ana\",\"at\":0}";
        assertThat(feed.send("PATCH", feed.path(""), BodyPublishers.ofString(take)).statusCode())
                .isEqualTo(200);
        JsonObject shown = new JsonObject().put("names", true).put("logo", "Town");
        assertThat(new HostClient(feed, "r1").send("PATCH", "/api/channels/r1/layer", shown))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(200);
        JsonArray layer = layer(feed, "/live/r1/layer.json");
        assertThat(layer).hasSize(3);
        String before = feed.text("/live/r1/s1/media.m3u8").body();
        long startNanos =
                System.nanoTime() - script.segments().get(killAt).get(0).at() * 100_000 / 9;
        FeedClient dying = feed;
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        dying.live(killAt, script.segments().get(killAt), startNanos);
                    } catch (IOException | InterruptedException expected) {
                        Thread.currentThread().interrupt();
                    }
                });
        feed.text("/live/r1/s1/media.m3u8?_HLS_msn=" + lastNumber(before) + "&_HLS_part=1");
        station.kill();

        feed = start();
        assertThat(feed.open().body()).contains("\"next\":" + killAt + ",");
        assertThat(layer(feed, "/live/r1/layer.json")).isEqualTo(layer);
        assertThat(lines(feed.text("/live/r1/s1/media.m3u8").body(), "EXTINF"))
                .containsSubsequence(lines(before, "EXTINF"));
        for (int i = killAt; i < script.segments().size(); i++) {
            assertThat(feed.segment(i, FeedClient.whole(script.segments().get(i))).statusCode())
                    .isEqualTo(200);
        }
        assertThat(feed.end().statusCode()).isEqualTo(200);
        assertThat(feed.text("/recordings/s1/chapters.json").body()).contains("\"Ana\"");
        assertThat(layer(feed, "/recordings/s1/layer.json")).isEqualTo(layer);
        readByStrangers(
                script, "http://127.0.0.1:" + station.port() + "/recordings/s1/master.m3u8");
        readByStrangers(
                script, "http://127.0.0.1:" + station.port() + "/recordings/s1/program.mp4");
        assertThat(feed.bytes("/recordings/s1/thumbnail.jpg").body()).startsWith(0xFF, 0xD8);
        station.process().destroy();
        assertThat(station.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static JsonArray layer(FeedClient feed, String path) throws Exception {
        return new JsonObject(feed.text(path).body()).getJsonArray("events");
    }

    @Test
    void whatIsPrivateStaysPrivate() throws Exception {
        Script script = Script.program(folder, 6, 3);
        FeedClient feed = start();
        feed.open();
        feed.init(script.init());
        feed.segment(0, FeedClient.whole(script.segments().get(0)));
        HostClient host = new HostClient(feed, "r1");
        assertThat(host.access("private", "open sesame").statusCode()).isEqualTo(200);
        station.kill();

        feed = start();
        assertThat(feed.text("/live/r1/master.m3u8").statusCode()).isEqualTo(403);
        assertThat(new HostClient(feed, "r1").watch("password", "open sesame").statusCode())
                .isEqualTo(200);
        assertThat(feed.end().statusCode()).isEqualTo(200);
        station.kill();

        feed = start();
        assertThat(feed.text("/recordings/s1/master.m3u8").statusCode()).isEqualTo(403);
        assertThat(feed.text("/api/recordings").body()).isEqualTo("[]");
    }

    /** Number of the segment that the playlist hints at. */
    private static String lastNumber(String playlist) {
        return playlist.replaceAll("(?s).*PRELOAD-HINT:TYPE=PART,URI=\"(\\d+)\\..*", "$1");
    }

    private static List<String> lines(String text, String with) {
        return text.lines().filter(line -> line.contains(with)).toList();
    }

    private static void readByStrangers(Script script, String address) throws Exception {
        Tool copy =
                Tool.run(
                        List.of(
                                "ffmpeg", "-v", "warning", "-i", address, "-map", "0", "-c", "copy",
                                "-f", "null", "-"));
        assertThat(copy.output()).isEmpty();
        Tool decode =
                Tool.run(
                        List.of(
                                "ffmpeg",
                                "-v",
                                "warning",
                                "-i",
                                address,
                                "-fps_mode",
                                "passthrough",
                                "-enc_time_base",
                                "-1",
                                "-f",
                                "null",
                                "-"));
        assertThat(decode.output()).isEmpty();
        Tool count =
                Tool.run(
                        List.of(
                                "ffprobe",
                                "-v",
                                "error",
                                "-count_frames",
                                "-select_streams",
                                "v",
                                "-show_entries",
                                "stream=nb_read_frames",
                                "-of",
                                "csv=p=0",
                                address));
        assertThat(count.orFail().lines().findFirst().orElse(""))
                .isEqualTo(Integer.toString(script.frames()));
    }

    @Test
    void aDownloadThatWasBeingMadeIsMadeAfterTheKill() throws Exception {
        Script script = Script.program(folder, 40, 3);
        FeedClient feed = start();
        feed.open();
        feed.init(script.init());
        for (int i = 0; i < script.segments().size(); i++) {
            feed.segment(i, FeedClient.whole(script.segments().get(i)));
        }
        assertThat(feed.end().statusCode()).isEqualTo(200);
        Path session = folder.resolve("data").resolve("sessions").resolve("s1");
        Path half = session.resolve("download.data.new");
        Duration soon = Duration.ofSeconds(60);
        Eventually.holds("described", soon, () -> Files.exists(session.resolve("properties.json")));
        String order = "/api/recordings/s1/mp4";
        HttpResponse<String> ordered =
                feed.send("POST", order, BodyPublishers.noBody(), HostClient.token("r1"));
        assertThat(ordered.statusCode()).isEqualTo(202);
        Eventually.holds("half made", soon, () -> half.toFile().length() > 100_000);
        station.kill();
        assertThat(session.resolve("download.header")).doesNotExist();

        start();
        Eventually.holds("made", soon, () -> Files.exists(session.resolve("download.header")));
        readByStrangers(
                script, "http://127.0.0.1:" + station.port() + "/recordings/s1/download.mp4");
        assertThat(half).doesNotExist();
    }

    @Test
    void aStrangerReadsTheLivePlaylist() throws Exception {
        Script script = Script.program(folder, 25, 4);
        FeedClient feed = start();
        feed.open();
        feed.init(script.init());
        long startNanos = System.nanoTime();
        Thread feeding =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                for (int i = 0; i < script.segments().size(); i++) {
                                    feed.live(i, script.segments().get(i), startNanos);
                                }
                                feed.end();
                            } catch (IOException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        feed.text("/live/r1/s1/media.m3u8?_HLS_msn=2"); // plain players need a whole segment
        String address = "http://127.0.0.1:" + station.port() + "/live/r1/master.m3u8";
        Tool live =
                Tool.run(
                        List.of(
                                "ffmpeg", "-v", "warning", "-t", "8", "-i", address, "-map", "0",
                                "-c", "copy", "-f", "null", "-"));
        assertThat(live.code()).as(live.output()).isZero();
        assertThat(live.output()).doesNotContainIgnoringCase("timestamp", "dts", "pts", "error");
        feeding.join();
    }
}
