package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.testing.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A program as its viewers by HLS meet it, live, back in time and recorded. */
@Tag("system")
class WatchingTest extends OneChannel {
    @Test
    void aPlaylistNamesTheHighestProfileOfTheTakesSoFar() throws Exception {
        onAir(2);
        for (String door : List.of("/live/r1/master.m3u8", "/live/r1/dvr.m3u8")) {
            assertThat(feed.text(door).body()).contains("CODECS=\"avc3.42");
        }
        byte[] key = HexFormat.of().parseHex("0000000c6764001facd9405005bb0110" + "0000000165");
        Sample high = new Sample(FeedTracks.VIDEO, 2 * 180_000, 90_000, true, key);
        assertThat(feed.segment(2, FragmentWriter.write(1, high)).statusCode()).isEqualTo(200);
        for (String door : List.of("/live/r1/master.m3u8", "/live/r1/dvr.m3u8")) {
            assertThat(feed.text(door).body()).containsPattern("CODECS=\"avc3.6400..,mp4a.40.2\"");
        }
        server.close();
        start();
        assertThat(feed.text("/live/r1/master.m3u8").body())
                .as("after a restart")
                .contains("CODECS=\"avc3.6400");
    }

    @Test
    void aFeedIsListedWatchedAndBecomesARecording() throws Exception {
        onAir(3);
        JsonObject channel = new JsonArray(feed.text("/api/channels").body()).getJsonObject(0);
        assertThat(channel.getString("id")).isEqualTo("r1");
        assertThat(channel.getString("title")).isEqualTo("Town hall");
        assertThat(channel.getString("hls")).endsWith("/live/r1/master.m3u8");
        assertThat(feed.text("/live/r1/master.m3u8").body()).contains("s1/media.m3u8");
        assertThat(feed.text("/live/r1/s1/media.m3u8").body()).contains("#EXTINF:2.00000,\n1.m4s");
        assertThat(feed.bytes("/live/r1/s1/1.m4s").body()).isNotEmpty();
        assertThat(feed.bytes("/live/r1/s1/2.3.m4s").headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(feed.end().statusCode()).isEqualTo(200);
        assertThat(feed.text("/api/channels").body()).isEqualTo("[]");
        refused(feed.text("/live/r1/master.m3u8"), 404, "not-on-air");
        assertThat(feed.text("/live/r1/s1/media.m3u8").body()).endsWith("#EXT-X-ENDLIST\n");
        JsonObject recording = new JsonObject(feed.text("/api/recordings/s1").body());
        assertThat(recording.getString("channel")).isEqualTo("r1");
        assertThat(feed.text("/recordings/s1/media.m3u8").body()).endsWith("#EXT-X-ENDLIST\n");
        assertThat(feed.end().statusCode()).isEqualTo(200);
        refused(feed.open(), 410, "session-ended");
    }

    /** What viewers were sent so far, packed or not as it was. */
    private long bytesSent() {
        try {
            return feed.text("/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("rostrum_viewers_bytes_total"))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' '))))
                    .sum();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aViewerGoesBackToTheStartAndStaysWhenTheProgramEnds() throws Exception {
        onAir(2);
        refused(feed.text("/live/r1/s1/dvr.m3u8"), 503, "not-yet");
        for (int i = 2; i < 6; i++) {
            assertThat(feed.segment(i, Blank.segment(2 * i)).statusCode()).isEqualTo(200);
        }
        assertThat(feed.text("/live/r1/dvr.m3u8?v=me").body()).contains("s1/dvr.m3u8?v=me");
        long sent = bytesSent();
        String playlist = feed.text("/live/r1/s1/dvr.m3u8").body();
        Eventually.holds(
                "counted as it was sent",
                Duration.ofSeconds(10),
                () -> bytesSent() - sent == playlist.length());
        assertThat(playlist)
                .contains("#EXTINF:4.00000,\ndvr/0.m4s\n", "dvr/1.m4s\n")
                .doesNotContain("dvr/2.m4s", "ENDLIST");
        byte[] first = feed.bytes("/live/r1/s1/dvr/0.m4s").body();
        assertThat(new String(first, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("moof");
        assertThat(feed.bytes("/live/r1/s1/dvr/init.mp4").body())
                .isEqualTo(feed.bytes("/live/r1/s1/init.mp4").body());
        refused(feed.text("/live/r1/s1/dvr/2.m4s"), 404, "outside-program");
        refused(feed.text("/live/r1/s1/dvr/x.m4s"), 404, "not-found");
        refused(feed.text("/live/r2/s1/dvr/0.m4s"), 404, "not-on-air");
        feed.end();
        assertThat(feed.text("/live/r1/s1/dvr.m3u8").body())
                .startsWith(playlist.substring(0, playlist.indexOf("#EXTINF")))
                .contains("dvr/2.m4s")
                .endsWith("#EXT-X-ENDLIST\n");
        assertThat(feed.bytes("/live/r1/s1/dvr/0.m4s").body())
                .isEqualTo(first)
                .isEqualTo(feed.bytes("/recordings/s1/0.m4s").body());
        refused(feed.text("/live/r1/s1/dvr/3.m4s"), 404, "outside-program");
        refused(feed.text("/live/r2/s1/dvr/0.m4s"), 404, "not-on-air");
    }

    @Test
    void viewersOfAFeedThatBreaksOffGetTheStandByPicture() throws Exception {
        server.close();
        standByAfter = Duration.ofMillis(300);
        server = StreamingServer.start(settings(0, 0));
        feed = new FeedClient(server.port(), "r1", "s1");
        onAir(2);
        String playlist = feed.text("/live/r1/s1/media.m3u8?_HLS_msn=4").body();
        assertThat(playlist).contains("4.m4s").doesNotContain("ENDLIST", "DISCONTINUITY");
        assertThat(feed.bytes("/live/r1/s1/4.m4s").body().length).isGreaterThan(10 * 1000);
        assertThat(feed.segment(2, Blank.segment(5)).body()).isEqualTo("{\"next\":3,\"loss\":0}");
        feed.end();
        JsonObject recording = new JsonObject(feed.text("/api/recordings/s1").body());
        assertThat(recording.getString("channel")).isEqualTo("r1");
        assertThat(feed.text("/recordings/s1/media.m3u8").body()).contains("ENDLIST");
    }

    @Test
    void reloadsThatCannotBeAnsweredAreRefused() throws Exception {
        onAir(1);
        refused(feed.text("/live/r1/s1/media.m3u8?_HLS_msn=90"), 400, "bad-request");
        refused(feed.text("/live/r1/s1/media.m3u8?_HLS_part=0"), 400, "bad-request");
        refused(feed.text("/live/r1/s1/media.m3u8?_HLS_msn=x"), 400, "bad-request");
        refused(feed.text("/live/r1/s1/90.m4s"), 404, "not-found");
        refused(feed.text("/live/r1/s1/90.0.m4s"), 404, "not-found");
    }

    @Test
    void aReloadWaitsForWhatIsComing() throws Exception {
        onAir(1);
        FeedClient viewer = new FeedClient(server.port(), "r1", "s1");
        Thread later =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                feed.segment(1, Blank.segment(2));
                            } catch (IOException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        assertThat(viewer.text("/live/r1/s1/media.m3u8?_HLS_msn=2&_HLS_part=2").body())
                .contains("2.2.m4s");
        later.join();
    }

    @Test
    void viewersAreCountedByPage() throws Exception {
        onAir(2); // one segment is whole: nobody has to wait for a playlist
        int viewers = 0;
        for (int round = 0; round < 5 && viewers < 2; round++) { // a viewer counts for seconds
            for (String viewer : new String[] {"a", "b", "b"}) {
                feed.text("/live/r1/s1/media.m3u8?v=" + viewer);
            }
            viewers = new JsonObject(feed.text("/api/channels/r1").body()).getInteger("viewers");
        }
        assertThat(viewers).isBetween(2, 3); // perhaps with who waited for the program to begin
    }

    @Test
    void aViewerWhoReadsNothingHurtsNobody() throws Exception {
        onAir(2);
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Socket socket = new Socket("127.0.0.1", server.port());
            socket.getOutputStream()
                    .write(
                            "GET /live/r1/s1/1.m4s HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }
        long start = System.nanoTime();
        assertThat(feed.segment(2, Blank.segment(4)).statusCode()).isEqualTo(200);
        assertThat(feed.bytes("/live/r1/s1/1.m4s").statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void mediaMayBeReadAcrossOriginsAndInRanges() throws Exception {
        onAir(2);
        HttpResponse<byte[]> part = feed.bytes("/live/r1/s1/1.m4s", "Range", "bytes=4-7");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("moof");
        assertThat(part.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        HttpResponse<String> head = feed.send("HEAD", "/live/r1/s1/1.m4s", BodyPublishers.noBody());
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
        assertThat(
                        feed.bytes("/live/r1/s1/media.m3u8", "Accept-Encoding", "gzip")
                                .headers()
                                .firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(feed.send("OPTIONS", "/live/r1/s1/1.m4s", BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);
    }
}
