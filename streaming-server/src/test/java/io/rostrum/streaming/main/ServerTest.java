package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.rostrum.gate.GateSettings;
import io.rostrum.media.sdp.Format;
import io.rostrum.net.Ports;
import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedKey;
import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.config.FeedConfig;
import io.rostrum.streaming.config.HttpConfig;
import io.rostrum.streaming.config.Settings;
import io.rostrum.streaming.config.StorageConfig;
import io.rostrum.streaming.config.WhepConfig;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as its feeds and viewers meet it. */
@Tag("system")
class ServerTest {
    @TempDir Path data;
    private Duration standByAfter = Duration.ofHours(1); // nobody sends in real time here
    private StreamingServer server;
    private FeedClient feed;

    @BeforeEach
    void start() throws IOException {
        server = StreamingServer.start(settings(0, 0));
        feed = new FeedClient(server.port(), "r1", "s1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Settings settings(int port, long minFree) {
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

    private void onAir(int segments) throws Exception {
        feed.onAir(segments);
    }

    /** Waits until all but the last part of that segment can be seen. */
    private String seen(int number) throws Exception {
        String wait = "?_HLS_msn=" + number + "&_HLS_part=8";
        return feed.text("/live/r1/s1/media.m3u8" + wait).body();
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getString("type")).isEqualTo("https://rostrum.io/problems/" + code);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
    }

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

    @Test
    void aViewerGoesBackToTheStartAndStaysWhenTheProgramEnds() throws Exception {
        onAir(2);
        refused(feed.text("/live/r1/s1/dvr.m3u8"), 503, "not-yet");
        for (int i = 2; i < 6; i++) {
            assertThat(feed.segment(i, Blank.segment(2 * i)).statusCode()).isEqualTo(200);
        }
        assertThat(feed.text("/live/r1/dvr.m3u8?v=me").body()).contains("s1/dvr.m3u8?v=me");
        String playlist = feed.text("/live/r1/s1/dvr.m3u8").body();
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
    void wordsChangeWhileOnAir() throws Exception {
        onAir(1);
        String news = "{\"title\":\"Better\",\"picture\":\"Ben\"}";
        assertThat(feed.send("PATCH", feed.path(""), BodyPublishers.ofString(news)).statusCode())
                .isEqualTo(200);
        JsonObject channel = new JsonObject(feed.text("/api/channels/r1").body());
        assertThat(channel.getString("title")).isEqualTo("Better");
        assertThat(channel.getString("picture")).isEqualTo("Ben");
    }

    private void take(String name, long at) throws Exception {
        String json = new JsonObject().put("picture", name).put("at", at).encode();
        assertThat(feed.send("PATCH", feed.path(""), BodyPublishers.ofString(json)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyTakeIsAChapterLiveAndRecordedAndAfterARestart() throws Exception {
        onAir(2);
        take("Ana", 0);
        take("", 90000);
        take("Ben <b>&", 180000);
        take("Ben <b>&", 180000);
        JsonArray live = new JsonArray(feed.text("/live/r1/as-run.json").body());
        assertThat(live).hasSize(3);
        assertThat(live.getJsonObject(1).getString("name")).isEmpty();
        assertThat(live.getJsonObject(2).getValue("to")).isNull();
        server.close();
        server = StreamingServer.start(settings(0, 0));
        feed = new FeedClient(server.port(), "r1", "s1");
        assertThat(feed.open().statusCode()).isEqualTo(200);
        assertThat(feed.segment(2, Blank.segment(4)).statusCode()).isEqualTo(200);
        take("Cem", 360000);
        assertThat(feed.end().statusCode()).isEqualTo(200);
        JsonArray chapters = new JsonArray(feed.text("/recordings/s1/chapters.json").body());
        assertThat(chapters.encode())
                .isEqualTo(
                        "[{\"start\":0.0,\"end\":1.0,\"title\":\"Ana\"},"
                                + "{\"start\":2.0,\"end\":4.0,\"title\":\"Ben <b>&\"},"
                                + "{\"start\":4.0,\"end\":6.0,\"title\":\"Cem\"}]");
        HttpResponse<String> vtt = feed.text("/recordings/s1/chapters.vtt");
        assertThat(vtt.headers().firstValue("Content-Type")).contains("text/vtt; charset=utf-8");
        assertThat(vtt.body()).contains("00:00:02.000 --> 00:00:04.000\nBen &lt;b&gt;&amp;\n");
        JsonObject last =
                new JsonArray(feed.text("/recordings/s1/as-run.json").body()).getJsonObject(3);
        assertThat(last.getInstant("startedAt")).isEqualTo(FeedClient.START.plusSeconds(4));
        assertThat(last.getInstant("endedAt")).isEqualTo(FeedClient.START.plusSeconds(6));
        refused(feed.text("/live/r1/chapters.json"), 404, "not-on-air");
        refused(feed.text("/recordings/s2/chapters.vtt"), 404, "unknown-recording");
    }

    @Test
    void aTakeAtNoTimeIsRefused() throws Exception {
        onAir(1);
        for (String at : List.of("-1", "1.5", "\"0\"")) {
            String json = "{\"picture\":\"Ana\",\"at\":" + at + "}";
            refused(
                    feed.send("PATCH", feed.path(""), BodyPublishers.ofString(json)),
                    400,
                    "bad-request");
        }
        assertThat(feed.text("/live/r1/as-run.json").body()).isEqualTo("[]");
    }

    @Test
    void whatAFeedMayNotDoIsRefusedInWords() throws Exception {
        refused(
                feed.send("POST", "/feed/r1", BodyPublishers.ofString("{}"), "wrong key"),
                403,
                "bad-feed-key");
        refused(
                feed.send("POST", "/feed/r1", BodyPublishers.ofString("{}"), FeedClient.SECRET),
                403,
                "bad-feed-key");
        refused(
                feed.send(
                        "POST",
                        "/feed/r1",
                        BodyPublishers.ofString("{}"),
                        FeedKey.of(FeedClient.SECRET, "r2")),
                403,
                "bad-feed-key");
        refused(feed.send("POST", "/feed/r1", BodyPublishers.ofString("{")), 400, "bad-request");
        refused(feed.segment(0, new byte[1]), 404, "unknown-session");
        assertThat(feed.open().statusCode()).isEqualTo(201);
        refused(feed.segment(0, Blank.segment(0)), 409, "out-of-order");
        refused(feed.init(new byte[] {1, 2, 3}), 400, "bad-request");
        assertThat(feed.init(Blank.INIT).statusCode()).isEqualTo(200);
        assertThat(feed.init(Blank.INIT).statusCode()).isEqualTo(200);
        byte[] other = Blank.INIT.clone();
        other[20]++;
        refused(feed.init(other), 409, "other-init");
        refused(feed.segment(7, Blank.segment(0)), 409, "out-of-order");
        refused(feed.segment(0, "nonsense".getBytes(StandardCharsets.UTF_8)), 400, "bad-segment");
        byte[] whole = Blank.segment(0);
        refused(
                feed.segment(0, java.util.Arrays.copyOf(whole, whole.length - 1)),
                400,
                "bad-segment");
        byte[] noKey = FragmentWriter.write(1, new Sample(1, 0, 3000, false, new byte[5]));
        refused(feed.segment(0, noKey), 400, "bad-segment");
        refused(feed.segment(0, new byte[(1 << 20) + 1]), 413, "segment-too-large");
        FeedClient second = new FeedClient(server.port(), "r1", "s2");
        refused(second.open(), 409, "channel-on-air");
        assertThat(feed.segment(0, whole).body()).isEqualTo("{\"next\":1,\"loss\":0}");
        assertThat(feed.segment(0, whole).body()).isEqualTo("{\"next\":1,\"loss\":0}");
        assertThat(feed.open().body()).contains("\"next\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fetc", "a%00b", "a.b", "%C3%BC", "a%20b"})
    void tricksWithPathsAreRefused(String id) throws Exception {
        assertThat(feed.send("POST", "/feed/" + id, BodyPublishers.ofString("{}")).statusCode())
                .isIn(400, 404);
        for (String door : new String[] {"/live/", "/recordings/", "/api/channels/"}) {
            assertThat(feed.text(door + id).statusCode()).isIn(400, 404);
            assertThat(feed.text(door + id + "/master.m3u8").statusCode()).isIn(400, 404);
        }
        assertThat(feed.text("/assets/" + id).statusCode()).isEqualTo(404);
        String json = "{\"session\":\"../x\"}";
        refused(feed.send("POST", "/feed/r1", BodyPublishers.ofString(json)), 400, "bad-id");
    }

    @Test
    void dotSegmentsLeadNoFurtherThanTheFrontPage() throws Exception {
        assertThat(feed.text("/live/%2e%2e/master.m3u8").statusCode()).isEqualTo(404);
        assertThat(feed.text("/live/%2e%2e").body()).isEqualTo(feed.text("/").body());
        assertThat(feed.text("/live/%2e%2e/%2e%2e/etc/passwd").statusCode()).isIn(400, 404);
    }

    @Test
    void aSegmentThatIsNeverEndedIsGivenUpAndCanBeSentAgain() throws Exception {
        onAir(0);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head(1 << 18));
            out.write(Blank.segment(0), 0, 3000);
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes());
            assertThat(answer).startsWith("HTTP/1.1 408").contains("segment-timeout");
        }
        assertThat(feed.segment(0, Blank.segment(0)).body()).isEqualTo("{\"next\":1,\"loss\":0}");
    }

    @Test
    void aFeedThatBreaksOffCanSendItsSegmentAgain() throws Exception {
        onAir(1);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(head(1 << 18));
        }
        assertThat(feed.open().body()).contains("\"next\":1");
        assertThat(feed.segment(1, Blank.segment(2)).body()).isEqualTo("{\"next\":2,\"loss\":0}");
    }

    private byte[] head(int length) {
        return ("PUT "
                        + feed.path("/segments/0")
                        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + FeedKey.of(FeedClient.SECRET, "r1")
                        + "\r\nContent-Length: "
                        + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
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
    void listenersOfTheDirectoryHearWithinASecond() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write(
                            "GET /api/channels/events HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            until(in, "event: channels\ndata: []");
            onAir(1);
            long start = System.nanoTime();
            until(in, "event: started\ndata: {\"id\":\"r1\"");
            assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
            feed.end();
            until(in, "event: ended\ndata: {\"id\":\"r1\",\"session\":\"s1\"}");
        }
    }

    private static void until(InputStream in, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = in.read();
            assertThat(next).as("stream ended after " + read).isNotNegative();
            read.append((char) next);
        }
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

    private HttpResponse<String> whep(String method, String path, String type, String body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aViewerByWhepBeginsWithTheGroupOfPicturesAtOnce() throws Exception {
        onAir(1);
        try (WhepWatcher watcher = new WhepWatcher(Format.H264)) {
            HttpResponse<String> answer =
                    whep("POST", "/live/r1/whep", "application/sdp", watcher.offer());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            watcher.connect(answer.body());
            assertThat(watcher.until(() -> watcher.timestamps().size() >= 60, 30)).isTrue();
            int first = watcher.timestamps().getFirst();
            int last = watcher.timestamps().get(59);
            assertThat(last - first).isEqualTo(59 * 90);
            assertThat(new JsonObject(feed.text("/api/channels/r1").body()).getInteger("viewers"))
                    .isPositive();
            feed.end();
            assertThat(watcher.until(() -> watcher.state().isOver(), 10)).isTrue();
        }
    }

    @Test
    void placesForWhepAreCountedAndGivenBack() throws Exception {
        onAir(1);
        try (WhepWatcher watcher = new WhepWatcher(Format.H264)) {
            String offer = watcher.offer();
            HttpResponse<String> in = whep("POST", "/live/r1/whep", "application/sdp", offer);
            HttpResponse<String> full = whep("POST", "/live/r1/whep", "application/sdp", offer);
            refused(full, 503, "whep-full");
            assertThat(full.headers().firstValue("Retry-After")).isPresent();
            String session = in.headers().firstValue("Location").orElseThrow();
            refused(whep("PATCH", session, "application/sdp", ""), 405, "method-not-allowed");
            assertThat(whep("DELETE", session, "text/plain", "").statusCode()).isEqualTo(200);
            refused(whep("DELETE", session, "text/plain", ""), 404, "not-found");
            assertThat(whep("POST", "/live/r1/whep", "application/sdp", offer).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void whepOffersThatCannotBeMetAreToldWhy() throws Exception {
        onAir(1);
        try (WhepWatcher other = new WhepWatcher(Format.VP8)) {
            HttpResponse<String> answer =
                    whep("POST", "/live/r1/whep", "application/sdp", other.offer());
            refused(answer, 406, "bad-offer");
            assertThat(answer.body()).contains("H264");
            refused(whep("POST", "/live/r1/whep", "application/sdp", "v=0"), 406, "bad-offer");
            refused(whep("POST", "/live/r1/whep", "text/plain", ""), 415, "unsupported-type");
            refused(
                    whep("POST", "/live/nobody/whep", "application/sdp", other.offer()),
                    404,
                    "not-on-air");
        }
    }

    @Test
    void theOperatorIsToldHowItGoes() throws Exception {
        onAir(1);
        assertThat(feed.text("/health/live").statusCode()).isEqualTo(200);
        assertThat(feed.text("/health/ready").statusCode()).isEqualTo(200);
        assertThat(feed.text("/metrics").body())
                .contains("rostrum_channels 1", "rostrum_feed_acknowledged_total 1");
        assertThat(new JsonObject(feed.text("/openapi.json").body()).getString("openapi"))
                .startsWith("3.");
    }

    @Test
    void aNearlyFullDiskStopsNewProgramsAndTellsTheOperator() throws Exception {
        server.close();
        server = StreamingServer.start(settings(0, Long.MAX_VALUE));
        feed = new FeedClient(server.port(), "r1", "s1");
        refused(feed.open(), 507, "storage-full");
        HttpResponse<String> ready = feed.text("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("nearly full");
    }

    @Test
    void aSecondServerIsToldWhyItCannotStart() {
        assertThatIOException()
                .isThrownBy(() -> StreamingServer.start(settings(0, 0)))
                .withMessageContaining("in use by another process");
    }

    @Test
    void programsOnAirGoOnAfterARestart() throws Exception {
        onAir(2);
        String before = feed.text("/live/r1/s1/media.m3u8").body();
        byte[] part = feed.bytes("/live/r1/s1/2.2.m4s").body();
        server.close();
        server = StreamingServer.start(settings(0, 0));
        feed = new FeedClient(server.port(), "r1", "s1");
        assertThat(feed.open().body()).contains("\"next\":2");
        assertThat(seen(2)).isEqualTo(before);
        assertThat(feed.bytes("/live/r1/s1/2.2.m4s").body()).isEqualTo(part);
        assertThat(feed.segment(2, Blank.segment(4)).statusCode()).isEqualTo(200);
        assertThat(seen(3)).contains("3.8.m4s");
    }
}
